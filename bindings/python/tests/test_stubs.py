"""The stubs name what the compiled module has, with the same parameters."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

from tierspayant import _native


def parameters(node: ast.FunctionDef) -> list[str]:
    names = [one.arg for one in node.args.args + node.args.kwonlyargs]
    return [name for name in names if name not in ("self", "cls")]


def test_stubs_and_module_agree():
    text = (Path(_native.__file__).parent / "_native.pyi").read_text(encoding="utf-8")
    stubs = {one.name: one for one in ast.parse(text).body if hasattr(one, "name")}
    public = {name for name in dir(_native) if not name.startswith("_")}
    assert public == set(stubs)
    for name, stub in stubs.items():
        found = getattr(_native, name)
        if isinstance(stub, ast.FunctionDef):
            assert list(inspect.signature(found).parameters) == parameters(stub), name
            continue
        members = {one.name: one for one in stub.body if isinstance(one, ast.FunctionDef)}
        mine = {one for one in vars(found) if not one.startswith("_") or one == "__arrow_c_stream__"}
        assert mine <= set(members), name


def test_stubtest_finds_no_difference():
    command = [sys.executable, "-m", "mypy.stubtest", "tierspayant._native"]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_package_is_typed():
    package = Path(_native.__file__).parent
    assert (package / "py.typed").exists()
    folder = Path(__file__).resolve().parents[1]
    command = [sys.executable, "-m", "mypy", "--cache-dir", "/dev/null", "-p", "tierspayant"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_sources_are_formatted_and_linted():
    folder = Path(__file__).resolve().parents[1]
    for command in (["check"], ["format", "--check"]):
        command = [sys.executable, "-m", "ruff", *command, "--no-cache", "."]
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8")
        assert done.returncode == 0, done.stdout + done.stderr
