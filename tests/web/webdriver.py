# SPDX-License-Identifier: GPL-3.0-or-later
#
# A browser that a test can drive: headless Chromium through chromedriver, by the W3C WebDriver
# protocol over HTTP. Standard library only. Nothing is left behind: the profile is a temporary
# folder, and every process that was started for it is gone after quit().
#
#   with webdriver.Browser() as browser:
#       browser.open('http://127.0.0.1:8080/')
#       browser.find('button').click()

import atexit
import base64
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

START_TRIES = 3
START_TIMEOUT_S = 60
CALL_TIMEOUT_S = 120
WAIT_S = 20
ELEMENT_KEY = 'element-6066-11e4-a52e-4f735466cecf'

# Keys that are no characters, for Element.type() and Browser.press().
TAB, ENTER, SPACE, ESCAPE = '\ue004', '\ue007', '\ue00d', '\ue00c'

ARGUMENTS = [
    '--headless=new',
    '--no-sandbox',             # the tests may run as root, where its sandbox refuses to
    '--no-first-run',
    '--no-default-browser-check',
    '--no-proxy-server',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-extensions',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-features=Translate,OptimizationHints,MediaRouter',
    '--password-store=basic',
    '--use-mock-keychain',
    '--hide-scrollbars',
    '--mute-audio',
]


class Problem(Exception):
    """What chromedriver answered when it could not do what it was asked."""

    def __init__(self, kind, message):
        super().__init__(f'{kind}: {message}')
        self.kind = kind


def chromium_path():
    return shutil.which('chromium') or shutil.which('chromium-browser')


def missing():
    """What has to be installed before a Browser can start; '' if nothing."""
    names = []
    if chromium_path() is None:
        names.append('chromium')
    if shutil.which('chromedriver') is None:
        names.append('chromedriver (Debian: chromium-driver)')
    return ', '.join(names)


class Element:
    def __init__(self, browser, reference):
        self._browser = browser
        self._path = f'/element/{reference}'
        self.reference = {ELEMENT_KEY: reference}

    def _get(self, what):
        return self._browser._call('GET', f'{self._path}/{what}')

    def click(self):
        self._browser._call('POST', f'{self._path}/click', {})

    def type(self, text):
        """Keys into a field, or the path of a file into a file input."""
        self._browser._call('POST', f'{self._path}/value', {'text': str(text)})

    def clear(self):
        self._browser._call('POST', f'{self._path}/clear', {})

    @property
    def text(self):
        return self._get('text')

    @property
    def displayed(self):
        return self._get('displayed')

    @property
    def enabled(self):
        return self._get('enabled')

    @property
    def role(self):
        return self._get('computedrole')

    @property
    def label(self):
        """The accessible name."""
        return self._get('computedlabel')

    def attribute(self, name):
        return self._get(f'attribute/{name}')

    def property(self, name):
        return self._get(f'property/{name}')


class Browser:
    """One Chromium with an empty profile.

    language:  what the pages see as navigator.language and Accept-Language
    camera:    whether there is a (fake) camera; pages get it without asking
    video:     path of an .mjpeg file for that camera, instead of Chromium's moving picture
    """

    def __init__(self, width=390, height=844, language='zh-CN', camera=True, video=None):
        self._folder = tempfile.mkdtemp(prefix='certhall-browser-')
        self._driver = None
        self._session = None
        atexit.register(self.kill)      # also for a program that forgets quit()
        try:
            self._start_driver()
            self._start_session(language, camera, video)
            self.resize(width, height)
        except BaseException:
            self.quit()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.quit()

    # -- start and end -----------------------------------------------------------------------

    def _start_driver(self):
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        for _ in range(START_TRIES):               # its port may be taken before it listens
            port = self._run_driver()
            if port:
                self._url = f'http://127.0.0.1:{port}'
                return
        with open(self._log_path(), encoding='utf-8', errors='replace') as log:
            raise Problem('chromedriver', f'did not start: {log.read()}')

    def _log_path(self):
        return os.path.join(self._folder, 'chromedriver.log')

    def _run_driver(self):
        """Its port; None if it has ended at once."""
        log = open(self._log_path(), 'ab')
        environment = dict(os.environ, HOME=self._folder, TMPDIR=self._folder)
        for name in ('http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'DISPLAY'):
            environment.pop(name, None)
        with log:
            self._driver = subprocess.Popen(
                ['chromedriver', '--port=0'], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                stderr=log, env=environment, start_new_session=True)
        return self._read_port()

    def _read_port(self):
        end = time.monotonic() + START_TIMEOUT_S
        while time.monotonic() < end:
            line = self._driver.stdout.readline().decode()
            match = re.search(r'started successfully on port (\d+)', line)
            if match:
                return int(match.group(1))
            if line == '':
                break
        self._driver.kill()
        self._driver.wait()
        self._driver.stdout.close()
        return None

    def _start_session(self, language, camera, video):
        arguments = ARGUMENTS + [
            f'--user-data-dir={self._folder}/profile',
            f'--crash-dumps-dir={self._folder}/crashes',
            f'--lang={language}',
            f'--accept-lang={language}',
        ]
        if camera:
            arguments += ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']
        if video is not None:
            arguments.append(f'--use-file-for-fake-video-capture={os.path.abspath(video)}')
        options = {
            'binary': chromium_path(),
            'args': arguments,
            'prefs': {'intl.accept_languages': language},
        }
        answer = self._request('POST', '/session', {'capabilities': {'alwaysMatch': {
            'browserName': 'chrome',
            'unhandledPromptBehavior': 'accept',
            'goog:chromeOptions': options,
            'goog:loggingPrefs': {'browser': 'ALL'},
        }}})
        self._session = f"/session/{answer['sessionId']}"

    def quit(self):
        """Ends the browser, whatever state it is in. May be called twice."""
        if self._session is not None:
            try:
                self._request('DELETE', self._session)
            except (OSError, Problem):
                pass                # it is killed below
            self._session = None
        self.kill()

    def kill(self):
        """The same without ado, for a test that is being ended itself."""
        atexit.unregister(self.kill)
        if self._driver is not None:
            try:
                os.killpg(self._driver.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            self._driver.wait()
            self._driver.stdout.close()
            self._driver = None
        self._kill_children()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _kill_children(self):
        """Chromium's crash handler leaves the group; its command line names our folder."""
        for name in os.listdir('/proc'):
            try:
                with open(f'/proc/{name}/cmdline', 'rb') as file:
                    ours = self._folder.encode() in file.read()
                if ours and int(name) != os.getpid():
                    os.kill(int(name), signal.SIGKILL)
            except (OSError, ValueError):
                continue            # no process, or gone meanwhile

    # -- the protocol ------------------------------------------------------------------------

    def _request(self, method, path, value=None):
        data = None if value is None else json.dumps(value).encode()
        request = urllib.request.Request(self._url + path, data=data, method=method,
                                         headers={'Content-Type': 'application/json'})
        try:
            with self._opener.open(request, timeout=CALL_TIMEOUT_S) as response:
                return json.load(response)['value']
        except urllib.error.HTTPError as error:
            answer = json.load(error)['value']
            raise Problem(answer['error'], answer['message'].splitlines()[0]) from None

    def _call(self, method, path, value=None):
        return self._request(method, self._session + path, value)

    def cdp(self, command, **parameters):
        """A command of the Chrome DevTools Protocol."""
        return self._call('POST', '/goog/cdp/execute', {'cmd': command, 'params': parameters})

    # -- pages -------------------------------------------------------------------------------

    def open(self, url):
        self._call('POST', '/url', {'url': url})

    def reload(self):
        self._call('POST', '/refresh', {})

    @property
    def url(self):
        return self._call('GET', '/url')

    @property
    def title(self):
        return self._call('GET', '/title')

    def run(self, script, *arguments):
        """Runs the body of a JavaScript function; a promise it returns is waited for."""
        arguments = [a.reference if isinstance(a, Element) else a for a in arguments]
        return self._call('POST', '/execute/sync', {'script': script, 'args': arguments})

    def run_before_pages(self, script):
        """Runs in every page opened from now on, before the page's own scripts."""
        self.cdp('Page.addScriptToEvaluateOnNewDocument', source=script)

    def find(self, css):
        return Element(self, self._call('POST', '/element',
                                        {'using': 'css selector', 'value': css})[ELEMENT_KEY])

    def find_all(self, css):
        return [Element(self, e[ELEMENT_KEY]) for e in
                self._call('POST', '/elements', {'using': 'css selector', 'value': css})]

    def press(self, *keys):
        """Keys to whatever has the focus."""
        actions = [{'type': kind, 'value': key} for key in keys for kind in ('keyDown', 'keyUp')]
        self._call('POST', '/actions',
                   {'actions': [{'type': 'key', 'id': 'keyboard', 'actions': actions}]})

    def wait(self, test, what, timeout_s=WAIT_S):
        """Waits until test() is true and returns what it returned."""
        end = time.monotonic() + timeout_s
        while True:
            try:
                result = test()
            except Problem as problem:
                if problem.kind not in ('no such element', 'stale element reference'):
                    raise
                result = None
            if result:
                return result
            if time.monotonic() > end:
                raise AssertionError(f'waited {timeout_s} s for {what} in {self.url}:\n'
                                     + self.find('body').text)
            time.sleep(0.05)

    def wait_for(self, css, text=None, timeout_s=WAIT_S):
        """Waits until the element can be seen (and holds the text) and returns it."""
        def seen():
            element = self.find(css)
            return element if element.displayed and (text is None or text in element.text) else None
        return self.wait(seen, css if text is None else f'{css} with “{text}”', timeout_s)

    def console(self):
        """What the browser complained about since the last call: [(level, message)]."""
        return [(entry['level'], entry['message'])
                for entry in self._call('POST', '/se/log', {'type': 'browser'})]

    # -- how it looks ------------------------------------------------------------------------

    def resize(self, width, height, scale=2, phone=True):
        self.cdp('Emulation.setDeviceMetricsOverride', width=width, height=height,
                 deviceScaleFactor=scale, mobile=phone)
        self.cdp('Emulation.setTouchEmulationEnabled', enabled=phone)

    def prefer(self, dark=False, reduced_motion=False, forced_colors=False):
        self.cdp('Emulation.setEmulatedMedia', features=[
            {'name': 'prefers-color-scheme', 'value': 'dark' if dark else 'light'},
            {'name': 'prefers-reduced-motion', 'value': 'reduce' if reduced_motion else ''},
            {'name': 'forced-colors', 'value': 'active' if forced_colors else 'none'},
        ])

    def screenshot(self, path):
        """What is in the window, as PNG. Makes the folder."""
        os.makedirs(os.path.dirname(path), exist_ok=True)
        picture = self._call('GET', '/screenshot')
        with open(path, 'wb') as file:
            file.write(base64.b64decode(picture))
