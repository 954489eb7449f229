"""One entrance for everybody: sets the place up, then shows, checks, measures or runs the program.

It needs nothing but Python and a network on its first run. The libraries of ``requirements.lock`` go into
``.venv``; the project itself is not built or installed: a ``.pth`` file in that environment points back at this
folder, so no build tool is needed and an edit is in force at once.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "minqing-ready"
LOCK = ROOT / "requirements.lock"
WINDOWS = sys.platform == "win32"

SAMPLE_FOLDER = "demo"
SAMPLE_BOOK = "样本账本.mqb"
SAMPLE_PASSWORD = "minqing-demo"

# What PySide6's wheels expect from a Linux desktop and a bare server lacks, for drawing
# off screen as well as in real windows.
# fmt: off
QT_PACKAGES = [
    "libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libfreetype6", "libglib2.0-0",
    "libx11-xcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0",
    "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0", "libxcb-sync1", "libxcb-xfixes0", "libxcb-xinerama0",
    "libxcb-xkb1", "libxkbcommon-x11-0",
]
# fmt: on
FONT_PACKAGES = ["fonts-noto-cjk"]

# How the child process that tries Qt tells its parent what is missing.
PROBE_COMMAND = "--probe-qt"
PROBE_NO_LIBRARY = 10
PROBE_NO_FONT = 11


class SetupFailed(Exception):
    """The place cannot be set up; the text tells the person what to do."""


def say(text: str) -> None:
    """Print ``text`` at once, so that it keeps its place among the output of child processes."""
    print(text, flush=True)


# --------------------------------------------------------------------------------------- child processes


def venv_program(name: str) -> str:
    """Path of a program inside the environment."""
    return str(VENV / "Scripts" / f"{name}.exe" if WINDOWS else VENV / "bin" / name)


def child_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Environment for our own programs: UTF-8 output, and nothing of another Python that happens to be set."""
    kept = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}}
    return kept | {"PYTHONIOENCODING": "utf-8"} | dict(extra or {})


def call(command: Sequence[str], *, cwd: Path | None = None, extra: Mapping[str, str] | None = None) -> int:
    """Run ``command`` with its output on ours; give its exit status."""
    return subprocess.run(command, cwd=cwd, env=child_environment(extra), check=False).returncode


def call_python(*arguments: str, cwd: Path | None = None, extra: Mapping[str, str] | None = None) -> int:
    """Run the environment's Python; give its exit status."""
    return call([venv_program("python"), *arguments], cwd=cwd, extra=extra)


# ------------------------------------------------------------------------------------------------ set-up


def set_up() -> None:
    """Make the environment and everything Qt needs; does nothing when it was done for this lock and folder.

    Raises:
        SetupFailed: something is missing that we may not or cannot install.
    """
    if STAMP.is_file() and STAMP.read_text("utf-8") == ready_mark():
        return
    started = time.monotonic()
    make_environment()
    install_libraries()
    ensure_qt_loads()
    STAMP.write_text(ready_mark(), "utf-8")
    say(f"准备完毕，用时 {time.monotonic() - started:.0f} 秒。以后不再重复。")


def ready_mark() -> str:
    """What the finished set-up depends on: the lock, the place of this folder, the Python."""
    if not LOCK.is_file():
        raise SetupFailed("缺少 requirements.lock。请从版本库取回它，或运行 python3 dev.py lock 重新生成。")
    parts = [LOCK.read_bytes(), os.fsencode(ROOT), sys.version.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_environment() -> None:
    """Create an empty ``.venv`` whose Python also finds this folder.

    Raises:
        SetupFailed: this Python cannot make environments.
    """
    say("正在建立运行环境 .venv …")
    if importlib.util.find_spec("ensurepip") is None:
        # Debian splits this part of Python into a package of its own.
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        apt_install([package], why="这个 Python 缺少建立环境用的 ensurepip")
    if call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        raise SetupFailed(f"建立 {VENV} 没有成功。请关闭正在使用它的程序，确认磁盘有 1 GB 空间后重试。")
    packages = Path(sysconfig.get_path("purelib", "venv", vars={"base": str(VENV), "platbase": str(VENV)}))
    # Relative, so that the file stays ASCII whatever this folder is called: Python reads it in the local code page.
    (packages / "minqing.pth").write_text(os.path.relpath(ROOT, packages) + "\n", "ascii")
    add_launcher()


def add_launcher() -> None:
    """Put the command ``minqing`` into the environment, as an installed package would."""
    if WINDOWS:
        (VENV / "Scripts" / "minqing.cmd").write_bytes(b'@"%~dp0python.exe" -P -m ui %*\r\n')
        return
    launcher = VENV / "bin" / "minqing"
    launcher.write_bytes(b'#!/bin/sh\nexec "$(dirname "$0")/python" -P -m ui "$@"\n')
    launcher.chmod(0o755)


def install_libraries() -> None:
    """Install exactly what the lock names, each file checked against its hash.

    Raises:
        SetupFailed: a library could not be had.
    """
    say("正在安装 requirements.lock 里的库（约 150 MB，只在第一次）…")
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:", "--require-hashes"]
    if call_python("-m", "pip", "install", *options, "-r", str(LOCK)) != 0:
        raise SetupFailed(
            "有的库没有装上（原因见上）。请检查网络后重试。没有网络的电脑：先在同样系统的联网电脑上运行\n"
            "  python -m pip download --no-deps --only-binary :all: --require-hashes -r requirements.lock -d wheels\n"
            "把 wheels 文件夹拷来，设好环境变量 PIP_NO_INDEX=1 和 PIP_FIND_LINKS=wheels 再运行。"
        )


def ensure_qt_loads() -> None:
    """Try Qt in a process of its own, and install the system libraries and the font that it lacks.

    Raises:
        SetupFailed: Qt cannot be loaded and we may not install what it needs.
    """
    status, message = run_probe()
    if status == PROBE_NO_LIBRARY:
        apt_install(QT_PACKAGES, why=f"Qt 缺少系统库（{message}）")
        status, message = run_probe()
    if status == PROBE_NO_FONT:
        apt_install(FONT_PACKAGES, why="系统里没有中文字体")
        status, message = run_probe()
    if status != 0:
        raise SetupFailed(f"Qt 界面库还不能用：{message or f'状态 {status}'}")


def run_probe() -> tuple[int, str]:
    """Exit status of ``probe_qt`` in a child, and the last line it said."""
    command = [venv_program("python"), str(Path(__file__).resolve()), PROBE_COMMAND]
    environment = child_environment({"QT_QPA_PLATFORM": "offscreen"})
    result = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    lines = (result.stderr or "").strip().splitlines()
    return result.returncode, lines[-1] if lines else ""


def probe_qt() -> int:
    """Load Qt for real, with the plug-in that draws windows on Linux; 0, or what is missing."""
    try:
        import ctypes

        import PySide6.QtPrintSupport
        import PySide6.QtSvg
        import PySide6.QtWidgets
        from PySide6.QtGui import QFontDatabase, QGuiApplication

        if sys.platform == "linux":
            ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"))
    except (ImportError, OSError) as error:
        print(error, file=sys.stderr)
        return PROBE_NO_LIBRARY
    application = QGuiApplication([])
    found = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    application.quit()
    return 0 if found else PROBE_NO_FONT


def apt_install(packages: Sequence[str], *, why: str) -> None:
    """Install Debian packages when we are root on such a system.

    Raises:
        SetupFailed: we are not, or it did not work; names the command to run.
    """
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        raise SetupFailed(f"{why}。请用系统的软件管理器安装与这些 Debian 包相当的包后重试：{' '.join(packages)}")
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise SetupFailed(f"{why}。请先运行下面的命令再重试：\n  sudo apt-get update && sudo {' '.join(command)}")
    say(f"{why}，正在安装：{' '.join(packages)}")
    quiet = [command[0], "-qq", "-o", "Dpkg::Use-Pty=0", *command[1:]]
    environment = child_environment({"DEBIAN_FRONTEND": "noninteractive"})
    if subprocess.run(quiet, env=environment, capture_output=True, check=False).returncode == 0:
        return
    # The usual reason is a package list that is missing or old.
    subprocess.run(["apt-get", "-qq", "update"], env=environment, check=False)
    if subprocess.run(quiet, env=environment, stdout=subprocess.DEVNULL, check=False).returncode != 0:
        raise SetupFailed(f"{why}，而安装没有成功（原因见上）。请手工运行：\n  {' '.join(command)}")


# ---------------------------------------------------------------------------------------------- commands


def demo(arguments: Sequence[str]) -> int:
    """走一遍一周的流程，成果放在 demo/，有屏幕时再打开窗口（--no-window 不开）"""
    set_up()
    folder = ROOT / SAMPLE_FOLDER
    if folder.exists():
        keep_old(folder)
    password = {"MINQING_PASSWORD": SAMPLE_PASSWORD}
    status = call_python("-P", "-m", "ui.walk", str(folder), extra=password | {"QT_QPA_PLATFORM": "offscreen"})
    if status != 0:
        say("演示没有走完，原因见上。")
        return status
    book = folder / SAMPLE_BOOK
    say(f"成果在 {folder}；样本账本的密码是 {SAMPLE_PASSWORD}。")
    if "--no-window" in arguments or not has_screen():
        say("没有打开窗口。要在有屏幕的电脑上看它：python3 dev.py demo")
        return 0
    return call_python("-P", "-m", "ui", str(book), extra=password)


def keep_old(folder: Path) -> None:
    """Move an earlier sample aside: somebody may have typed into it."""
    old = folder.with_name(folder.name + "-old")
    if old.exists():
        shutil.rmtree(old)
    folder.rename(old)
    say(f"上一次的 {folder.name}/ 已移到 {old.name}/。")


def has_screen() -> bool:
    """Whether a window could be seen by somebody."""
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY"))


def check(arguments: Sequence[str]) -> int:
    """全部检查：格式、写法、类型、依赖方向、测试；可写其中几项的名字，如 check types tests"""
    stages: dict[str, tuple[str, list[str]]] = {
        "format": (
            "格式",
            [venv_program("python"), "-m", "ruff", "format", "--check", "--output-format", "concise", "."],
        ),
        "lint": ("写法", [venv_program("python"), "-m", "ruff", "check", "--output-format", "concise", "."]),
        "types": ("类型", [venv_program("python"), "-m", "mypy"]),
        "imports": ("依赖方向", [venv_program("lint-imports"), "--no-logo"]),
        "tests": ("测试", [venv_program("python"), "-m", "pytest", "-n", "auto"]),
    }
    unknown = [name for name in arguments if name not in stages]
    if unknown:
        say(f"没有这一项检查：{'、'.join(unknown)}。可选：{'、'.join(stages)}")
        return 2
    set_up()
    failed = []
    # The tests come last and their closing line ends the log; what failed before them is said before them.
    for name in [key for key in stages if key in arguments or not arguments]:
        title, command = stages[name]
        say(f"── {title} {name} " + "─" * 60)
        if call(command, cwd=ROOT, extra={"QT_QPA_PLATFORM": "offscreen"}) != 0:
            failed.append(f"{title} {name}")
            say(f"✗ {title}没有通过")
    if failed:
        say(f"没有通过的检查：{'、'.join(failed)}")
    return 1 if failed else 0


def run(arguments: Sequence[str]) -> int:
    """运行程序：run [账本] 打开窗口，run 命令 … 即命令行 minqing 命令 …"""
    set_up()
    return call_python("-P", "-m", "ui", *arguments)


def shots(arguments: Sequence[str]) -> int:
    """把各个页面画成图片，存到 shots/（英文的在 shots/en/）或所给的文件夹；后面写了表格的，只画这些表的“套用表样”"""
    set_up()
    folder = Path(arguments[0]).absolute() if arguments else ROOT / "shots"
    workbooks = [str(Path(one).absolute()) for one in arguments[1:]]
    # A process speaks one language, as the program does.
    for language, place in (("zh", folder), ("en", folder / "en")):
        screen = {"QT_QPA_PLATFORM": "offscreen", "MINQING_LANGUAGE": language}
        status = call_python("-P", "-m", "ui.shots", str(place), *workbooks, extra=screen)
        if status != 0:
            return status
    return 0


def story(arguments: Sequence[str]) -> int:
    """把 README 里的故事走一遍，图片存到 resources/readme/ 或所给的文件夹"""
    set_up()
    folder = Path(arguments[0]).absolute() if arguments else ROOT / "resources" / "readme"
    return call_python("-P", "-m", "ui.story", str(folder), extra={"QT_QPA_PLATFORM": "offscreen"})


def words(arguments: Sequence[str]) -> int:
    """收集界面上的每一句话，更新 resources/translations/；可给出译好的 TSV（原文、Tab、英文），一句一行"""
    set_up()
    return call_python("-P", "-m", "ui.translating", *(str(Path(one).absolute()) for one in arguments))


def bench(arguments: Sequence[str]) -> int:
    """与底线并排测速；可写其中几项的名字，--list 列出"""
    set_up()
    return call_python("-m", "bench", *arguments, cwd=ROOT, extra={"QT_QPA_PLATFORM": "offscreen"})


def lock(arguments: Sequence[str]) -> int:
    """按 pyproject.toml 更新 requirements.lock（--upgrade 把各库升到最新）"""
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupFailed("这个 Python 不能建立环境，请先运行一次 python3 dev.py check。")
    with tempfile.TemporaryDirectory() as folder:
        home, draft = Path(folder, "venv"), Path(folder, "requirements.lock")
        programs = home / ("Scripts" if WINDOWS else "bin")
        if LOCK.is_file():
            shutil.copy(LOCK, draft)
        # uv resolves for every system and Python at once, which pip cannot; its options keep addresses out.
        resolve = "--extra dev --universal --python-version 3.11 --generate-hashes --no-header --no-config --quiet"
        without = "--no-emit-index-url --no-emit-find-links --no-annotate"
        files = ["--output-file", str(draft), "pyproject.toml"]
        steps = [
            [sys.executable, "-m", "venv", str(home)],
            [str(programs / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"],
            [str(programs / "uv"), "pip", "compile", *resolve.split(), *without.split(), *arguments, *files],
        ]
        if any(call(step, cwd=ROOT) != 0 for step in steps):
            raise SetupFailed("没有算出新的锁定文件，原来的没有改动；原因见上。")
        text = draft.read_text("utf-8")
    if "://" in text:
        raise SetupFailed("算出的锁定文件带有下载地址，没有采用。请检查 pyproject.toml 里有没有写地址的库。")
    # English, because pip reads this file in the local code page of a Chinese Windows.
    LOCK.write_text(f"# Made by `python3 dev.py lock` from pyproject.toml; do not edit.\n{text}", "utf-8", newline="\n")
    say(f"requirements.lock 已更新：{text.count('==')} 个库。")
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    command.__name__: command for command in (demo, run, check, shots, story, words, bench, lock)
}


def usage() -> str:
    """The commands, each with its one line."""
    lines = [f"  {name:<6} {(command.__doc__ or '').strip()}" for name, command in COMMANDS.items()]
    return "用法：python3 dev.py 命令\n" + "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; give the exit status (2: not done)."""
    for stream in (sys.stdout, sys.stderr):
        # A Chinese Windows console, or a log file there, would otherwise fail on a character outside its code page.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if sys.version_info < (3, 11):  # noqa: UP036 - started by hand, with whatever Python is there
        say(f"需要 Python 3.11 或更新的版本，现在是 {sys.version.split()[0]}。")
        return 2
    if list(arguments) == [PROBE_COMMAND]:
        return probe_qt()
    if not arguments or arguments[0] not in COMMANDS:
        say(usage())
        return 0 if arguments and arguments[0] in {"-h", "--help", "help"} else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupFailed as failure:
        say(f"没有办成：{failure}")
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
