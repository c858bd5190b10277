# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where the journey is played: an X display and a D-Bus session of its own, a home without
# anything in it, and a browser whose only doing is to tell which page was wanted. stage.py
# PROGRAM ARGUMENT... runs a Python program there.

import os
import shutil
import subprocess
import sys
import tempfile
import time

from words import Words

NEEDED = ("Xvfb", "dbus-run-session", "import", "pdftoppm", "convert")
BROWSER = """[Desktop Entry]
Type=Application
Name=Phone
Exec={script} %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;
"""
# The file chooser begins where the program was started.
SETTINGS = """[org/gtk/settings/file-chooser]
startup-mode='cwd'
"""


def missing():
    """Names of programs that are not installed."""
    return [name for name in NEEDED if shutil.which(name) is None]


class Stage:
    """A home of its own, with the build's programs in it."""

    def __init__(self, source, build, language):
        self.source, self.build = source, build
        self.home = tempfile.mkdtemp(prefix="certhall-e2e-")
        self.language = language
        self.url_file = self.path("wanted-page")
        self.env = self._environment()
        self._write_browser()
        self.words = Words(source, build, language)

    def path(self, *names):
        path = os.path.join(self.home, *names)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    def _environment(self):
        env = dict(os.environ)
        env.pop("NO_AT_BRIDGE", None)
        locale = {"zh_CN": "zh_CN.UTF-8", "en": "C.UTF-8"}[self.language]
        env.update({
            "HOME": self.home, "LANG": locale, "LC_ALL": locale, "LANGUAGE": self.language,
            "XDG_DATA_HOME": self.path("data"), "XDG_CONFIG_HOME": self.path("config"),
            "XDG_CACHE_HOME": self.path("cache"), "XDG_STATE_HOME": self.path("state"),
            "XDG_RUNTIME_DIR": self.path("run"), "XDG_CURRENT_DESKTOP": "",
            "GSETTINGS_BACKEND": "keyfile", "GTK_USE_PORTAL": "0", "GDK_BACKEND": "x11",
            "HALL_DATA_DIR": os.path.join(self.source, "data"),
            "HALL_FONT_DIR": os.path.join(self.build, "data", "fonts"),
            "HALL_PROGRAM_DIR": os.path.join(self.build, "src", "scan"),
            "HALL_LOCALE_DIR": os.path.join(self.build, "po"),
            "GSETTINGS_SCHEMA_DIR": os.path.join(self.build, "data"),
            "PATH": ":".join([os.path.join(self.build, "src", part)
                              for part in ("app", "service", "cli")] + [env["PATH"]]),
        })
        os.makedirs(env["XDG_RUNTIME_DIR"], mode=0o700, exist_ok=True)
        return env

    def _write_browser(self):
        script = self.path("browser.sh")
        with open(script, "w") as file:
            file.write(f'#!/bin/sh\nprintf "%s\\n" "$1" >>"{self.url_file}"\n')
        os.chmod(script, 0o755)
        with open(self.path("data", "applications", "phone.desktop"), "w") as file:
            file.write(BROWSER.format(script=script))
        with open(self.path("config", "mimeapps.list"), "w") as file:
            file.write("[Default Applications]\nx-scheme-handler/http=phone.desktop\n"
                       "x-scheme-handler/https=phone.desktop\n")
        with open(self.path("config", "glib-2.0", "settings", "keyfile"), "w") as file:
            file.write(SETTINGS)

    def forget_page(self):
        if os.path.exists(self.url_file):
            os.unlink(self.url_file)

    def wait_for_page(self, timeout=20):
        """The address that was given to the browser."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            if os.path.exists(self.url_file):
                with open(self.url_file) as file:
                    lines = file.read().splitlines()
                if lines:
                    self.forget_page()
                    return lines[-1]
            time.sleep(0.05)
        raise TimeoutError("no page was opened in the browser")

    def run(self, *command):
        """A program of the build; what it prints."""
        done = subprocess.run(command, env=self.env, capture_output=True, text=True)
        assert done.returncode == 0, (command, done.returncode, done.stdout[-800:],
                                      done.stderr[-3000:])
        return done.stdout

    def close(self):
        shutil.rmtree(self.home, ignore_errors=True)


BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
A11Y_SERVICE = "/usr/share/dbus-1/services/org.a11y.Bus.service"


def main():
    """Runs a Python program on a display and a bus of its own. The bus offers nothing but
    accessibility: no keyring asks for a password, no portal answers for the desktop."""
    folder = tempfile.mkdtemp(prefix="certhall-bus-")
    os.symlink(A11Y_SERVICE, os.path.join(folder, os.path.basename(A11Y_SERVICE)))
    config = os.path.join(folder, "session.conf")
    with open(config, "w") as file:
        file.write(BUS.format(services=folder))
    size = os.environ.get("STAGE_SIZE", "1600x1000")
    display = os.path.join(os.path.dirname(__file__), "..", "with-display.sh")
    command = [display, size, "dbus-run-session", f"--config-file={config}", "--",
               "/usr/bin/python3", "-W", "ignore", *sys.argv[1:]]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, errors="replace") as play:
        for line in play.stdout:
            if not line.startswith("SpiRegistry"):     # says hello, between the test's lines
                print(line, end="", flush=True)
    shutil.rmtree(folder)
    sys.exit(play.returncode)


if __name__ == "__main__":
    main()
