"""Set up what the tests need, and run them: python3 tests/run.py [arguments of pytest].

It makes .venv when there is none, installs what requirements.txt names when that has changed, and runs pytest. README,
.ci/run and the workflows call it, so that all of them run the same.
"""

import hashlib
import os
import subprocess
import sys

LEAST = (3, 11, 5)
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin", "python.exe" if os.name == "nt" else "python")
LOCK = os.path.join(ROOT, "requirements.txt")
STAMP = os.path.join(VENV, "installed-lock.sha256")


def stop(message):
    """End with one line that says what to do."""
    sys.exit("{}: {}".format(os.path.join("tests", "run.py"), message))


def call(*command):
    """Run a command in the repository's folder and give its exit code."""
    return subprocess.call(command, cwd=ROOT)


def make_environment():
    """Make .venv, or say why the one that is there cannot be used."""
    if not os.path.lexists(VENV) and call(sys.executable, "-m", "venv", VENV):
        stop("python3 cannot make .venv; on Debian and Ubuntu run: apt-get install python3-venv")
    check = "import sys, pip; sys.exit(sys.version_info < {!r})".format(LEAST)
    try:
        usable = subprocess.call([PYTHON, "-c", check], stderr=subprocess.DEVNULL) == 0
    except OSError:
        usable = False
    if not usable:
        stop("remove it and run this again, its Python is gone, broken or older than {}.{}.{}: .venv".format(*LEAST))


def install():
    """Install what the lock names, each file held to its hash, unless that was done before."""
    with open(LOCK, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    if os.path.exists(STAMP):
        with open(STAMP) as file:
            if file.read() == digest:
                return
        os.remove(STAMP)
    quiet = ("--quiet", "--disable-pip-version-check", "--require-hashes", "-r", LOCK)
    if call(PYTHON, "-m", "pip", "install", *quiet):
        stop("pip could not install what the lock names; mend what it says above: requirements.txt")
    with open(STAMP, "w") as file:
        file.write(digest)


if __name__ == "__main__":
    if sys.version_info < LEAST:
        stop("install Python {}.{}.{} or newer as python3, this is {this}".format(*LEAST, this=sys.version.split()[0]))
    make_environment()
    install()
    sys.exit(call(PYTHON, "-m", "pytest", *sys.argv[1:]))
