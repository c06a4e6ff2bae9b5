"""How long each form of a definition takes, and its preview while drafting: 20 criteria, 60 terms, evidence.

A form is timed from the signed document to its bytes. The preview is timed as the running app's page "Sign off":
from sending a rerun's message to ``script_finished``, over a websocket on loopback, with 40 people and 5,000
facts in the record.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from alignment.actions.ballots import cast_ballot
from alignment.actions.clauses import propose_all
from alignment.composing import document
from alignment.stances import Stance
from benchmarks import stages
from benchmarks.pages import kept_in
from benchmarks.rooms import Story
from benchmarks.running import app
from benchmarks.streamlit_client import Session
from benchmarks.visits import reruns
from data.publishing.comparison import comparison
from data.publishing.forms import FORMS
