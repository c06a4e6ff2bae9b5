"""The signed definition as files to read, print and keep."""
