"""Write the messages that are expected of the bad guide and site again: python -m tests.bad."""

from . import HERE, faults, messages

wanted = messages(faults())
for path in HERE.rglob("*.expected"):
    if path.relative_to(HERE).as_posix() not in wanted:
        path.unlink()
for name, text in wanted.items():
    (HERE / name).write_text(text, encoding="utf-8")
print(f"wrote {len(wanted)} files of expected messages; read the difference before you commit it")
