"""What the page of measures is made of."""
