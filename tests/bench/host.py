"""A host as readers meet one: HTTP/2 with TLS, texts packed. Hypercorn serves it, OpenSSL makes a certificate."""

import gzip
import mimetypes
import os
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


async def app(scope: dict, receive: Callable, send: Callable[[dict], Awaitable[None]]) -> None:
    """Answer with a file below the folder that HOST_FOLDER names, or with 404."""
    if scope["type"] != "http":
        return
    file = Path(os.environ["HOST_FOLDER"], scope["path"].lstrip("/"))
    file = file / "index.html" if file.is_dir() else file
    body = file.read_bytes() if file.is_file() else b""
    headers = [(b"content-type", (mimetypes.guess_type(file)[0] or "application/octet-stream").encode())]
    if file.suffix not in (".png", ".jpg", ".webp"):
        body = gzip.compress(body, 9)
        headers.append((b"content-encoding", b"gzip"))
    headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": 200 if file.is_file() else 404, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port and give its address."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "2"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "hypercorn",
        "--keyfile",
        key,
        "--certfile",
        certificate,
        "-b",
        f"127.0.0.1:{port}",
    ]
    environment = {**os.environ, "HOST_FOLDER": str(folder)}
    process = subprocess.Popen([*command, f"{__name__}:app"], env=environment, stderr=subprocess.DEVNULL)
    try:
        while process.poll() is None and socket.socket().connect_ex(("127.0.0.1", port)):
            time.sleep(0.05)
        if process.poll() is not None:
            raise SystemExit(f"install what serves HTTP/2 first: {sys.executable} -m pip install hypercorn")
        yield f"https://localhost:{port}/"
    finally:
        process.terminate()
        process.wait()
