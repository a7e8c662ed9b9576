"""Drives a headless Chromium over its debugging pipe, with nothing but Python's own library.

The protocol is chromedevtools.github.io/devtools-protocol: JSON messages that end with a zero byte,
to the browser's descriptor 3 and from its descriptor 4.
"""

import base64
import fcntl
import json
import os
import select
import subprocess
import tempfile
import time

# Seconds that one answer may take: the machine may be busy, and the page long.
PATIENCE = 120


class Failure(Exception):
    """The browser refused, ended, or did not answer."""


def pipe():
    """Two ends above the descriptors that the browser wants for itself."""
    ends = []
    for end in os.pipe():
        ends.append(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10))
        os.close(end)
    return ends


class Browser:
    """One browser process; leave its block to end it."""

    def __init__(self, program):
        self.home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        reads, self.requests = pipe()
        self.answers, writes = pipe()

        def place():
            os.dup2(reads, 3)
            os.dup2(writes, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             "--no-first-run", "--disable-background-networking", "--hide-scrollbars",
             "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
             f"--user-data-dir={self.home.name}/profile"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            pass_fds=(3, 4), preexec_fn=place, env={**os.environ, "HOME": self.home.name})
        os.close(reads)
        os.close(writes)
        self.number = 0
        self.rest = b""
        self.listeners = {}
        self.call("Target.setDiscoverTargets", discover=True)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        os.close(self.requests)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.answers)
        self.home.cleanup()

    def call(self, method, session=None, **parameters):
        """The answer to one request; events that come before it go to their listeners."""
        number, end = self.send(method, session, parameters), time.monotonic() + PATIENCE
        while True:
            answer = self.read(end)
            if answer.get("id") == number:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.tell(answer)

    def send(self, method, session, parameters):
        """The number that the answer will have; whoever does not wait for it misses it."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.requests, data):]
        return self.number

    def read(self, end):
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.answers], [], [], max(0, end - time.monotonic()))
            data = os.read(self.answers, 1 << 20) if ready else b""
            if not data:
                raise Failure("Chromium ended" if ready else "Chromium does not answer")
            self.rest += data
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def tell(self, message):
        listener = self.listeners.get(message.get("sessionId"))
        if listener and "method" in message:
            listener(message["method"], message["params"])


class Tab:
    """One page in a profile of its own; `said` collects what it should not say or do. Listening
    costs the page time; whoever measures that does not listen."""

    def __init__(self, browser, width=1440, height=900, dark=False, still=False, script=True,
                 listens=True):
        self.browser = browser
        self.said = []
        self.address = self.failed = None
        self.context = browser.call("Target.createBrowserContext")["browserContextId"]
        self.target = browser.call(
            "Target.createTarget", url="about:blank", browserContextId=self.context)["targetId"]
        self.session = browser.call(
            "Target.attachToTarget", targetId=self.target, flatten=True)["sessionId"]
        browser.listeners[self.session] = self.hear
        for domain in ("Page", "Runtime", "Log", "Network") if listens else ("Page",):
            self.call(f"{domain}.enable")
        self.features = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if still else "no-preference"}]
        self.call("Emulation.setEmulatedMedia", features=self.features)
        self.resize(width, height)
        if not script:
            self.call("Emulation.setScriptExecutionDisabled", value=True)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if error[0] is None:
            self.close()

    def close(self):
        del self.browser.listeners[self.session]
        self.browser.call("Target.disposeBrowserContext", browserContextId=self.context)

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def resize(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)

    def print_media(self, on):
        self.call("Emulation.setEmulatedMedia", media="print" if on else "",
                  features=self.features)

    def before(self, script):
        """Runs before any script of the page, and whatever the page's policy says."""
        self.call("Page.addScriptToEvaluateOnNewDocument", source=script)

    def open(self, address):
        self.address = address
        # Windows that a page opens are told to nobody's session.
        self.browser.listeners[None] = self.hear_browser
        answer = self.call("Page.navigate", url=address)
        if "errorText" in answer:
            raise Failure(f"{address}: {answer['errorText']}")
        self.wait("document.readyState === 'complete'")

    def evaluate(self, expression, waits=False):
        """The value of an expression; the page's policy binds the page, not this."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True,
                           awaitPromise=waits)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise Failure(details.get("exception", {}).get("description", details["text"])[:500])
        return answer["result"].get("value")

    def wait(self, condition):
        end = time.monotonic() + PATIENCE
        while not self.evaluate(condition):
            if time.monotonic() > end:
                raise Failure(f"waited in vain for {condition}")
            time.sleep(0.02)

    def press(self, key, code):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code)

    def type(self, selector, text):
        self.evaluate(f"document.querySelector({json.dumps(selector)}).focus()")
        self.call("Input.insertText", text=text)

    def picture(self, whole=True):
        """PNG of the page from its top to its end, or of what the window shows."""
        answer = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        return base64.b64decode(answer["data"])

    def paper(self, width, height):
        """PDF; inches."""
        answer = self.call("Page.printToPDF", paperWidth=width, paperHeight=height,
                           printBackground=True, preferCSSPageSize=False)
        return base64.b64decode(answer["data"])

    def hear(self, method, event):
        if method == "Runtime.consoleAPICalled":
            words = " ".join(str(part.get("value", part.get("description")))
                             for part in event["args"])
            self.say(f"console: {words}")
        elif method == "Runtime.exceptionThrown":
            self.say(f"error: {event['exceptionDetails']['text']}")
        elif method == "Log.entryAdded":
            self.say(f"{event['entry']['source']}: {event['entry']['text']}")
        elif method == "Network.requestWillBeSent":
            address = event["request"]["url"]
            if address.split("#")[0] != self.address and not address.startswith("data:"):
                self.say(f"request: {address}")
        elif method == "Page.javascriptDialogOpening":
            self.say(f"dialog: {event['message']}")
            # Without waiting: the answer to another request may be under way.
            self.browser.send("Page.handleJavaScriptDialog", self.session, {"accept": False})
        elif method in ("Page.frameAttached", "Page.downloadWillBegin", "Page.windowOpen"):
            self.say(method)

    def hear_browser(self, method, event):
        if method == "Target.targetCreated" and event["targetInfo"].get("openerId") == self.target:
            self.say("a window opened")

    def say(self, text):
        self.said.append(text[:300])
