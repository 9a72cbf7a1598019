#!/usr/bin/env python3
"""The tagger against its promised figures, where UD English EWT is at hand (../shared beside the project).

usage: tagger.py MEASURE_TAGGER SHARED      exit 77: skipped, the treebank is not there
"""
import re
import subprocess
import sys
from pathlib import Path

PROMISED = {"text": 95.2, "headlines truecased": 92.0}  # UPOS, per cent

treebank = Path(sys.argv[2]) / "treebank" / "en_ewt-dev.conllu.gz"
if not treebank.exists():
    print("skipped: no ../shared/treebank beside the project")
    sys.exit(77)
said = subprocess.run([sys.argv[1], treebank], capture_output=True, text=True, check=True).stdout
print(said)
for what, least in PROMISED.items():
    upos = float(re.search(rf"^{what} .*? UPOS ([\d.]+)", said, re.M).group(1))
    if upos < least:
        sys.exit(f"{what}: UPOS {upos}, promised {least}")
