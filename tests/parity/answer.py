"""Reads a list of cases as JSON from standard input and writes a list of answers, each a record of flat lists."""
import json
import sys

json.dump([KINDS[case["kind"]](case) for case in json.load(sys.stdin)], sys.stdout)  # noqa: F821
