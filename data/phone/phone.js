/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page behind the handler's code: which step comes next. The hall knows how far the handler
 * got, so a page that is opened again goes on where it was.
 */
import { PhoneLink } from './api.js';
import { CaptureStep } from './capture.js';
import { fillTexts, get, paragraphs, say, showNotice, showStep } from './page.js';
import { text } from './texts.js';

const LAST_S = 60;

const link = new PhoneLink(location.pathname.split('/')[2] ?? '');
const captureStep = new CaptureStep(link, {
  onKept: keep,
  onFailure: fail,
  onLeave: () => showStep('decline'),
});
let task = null;
let clock = 0;

/* How the page ends, or stops. */
function end(kind, name) {
  clearInterval(clock);
  captureStep.stop();
  get('left').textContent = '';
  showNotice(kind, text(`${name}Title`), text(`${name}Text`));
}

/* Something went wrong that a person can only try again. */
function pause(failure) {
  captureStep.stop();
  if (failure.kind === 'lost')
    showNotice('stop', text('offlineTitle'), text('offlineText'), load);
  else
    showNotice('stop', text('troubleTitle'), failure.detail || text('troubleText'), load);
}

function fail(failure) {
  if (failure.kind === 'gone')
    end('stop', 'gone');
  else
    pause(failure);
}

function showLeft(endMs) {
  const leftS = Math.max(0, Math.round((endMs - performance.now()) / 1000));
  const time = `${Math.floor(leftS / 60)}:${String(leftS % 60).padStart(2, '0')}`;
  get('left').textContent = text('left', { time });
  get('left').classList.toggle('soon', leftS <= LAST_S);
  if (leftS === LAST_S)
    say(text('lastMinute'));
  if (leftS === 0)
    end('stop', 'gone');
}

function showHead(livesMs) {
  const endMs = performance.now() + livesMs;
  get('top').hidden = false;
  get('hall').textContent = task.hall;
  get('practice').hidden = !task.practice;
  clearInterval(clock);
  clock = setInterval(showLeft, 1000, endMs);
  showLeft(endMs);
}

function showConsent() {
  get('organisation').textContent = task.organisation;
  get('handler').textContent = task.handler;
  get('consent-label').textContent = task.consent.label;
  paragraphs(get('consent-text'), task.consent.text);
  get('consent-problem').textContent = '';
  showStep('consent');
}

function showNext() {
  const index = task.captures.findIndex((capture) => !capture.done);
  if (index >= 0)
    captureStep.show(task.captures[index], index + 1, task.captures.length);
  else
    finish();
}

async function load() {
  showNotice('wait', text('loading'), '');
  try {
    const { task: loaded, livesMs } = await link.load();
    task = loaded;
    if (task.state !== 'done')
      showHead(livesMs);
  } catch (failure) {
    fail(failure);
    return;
  }
  if (task.state === 'waiting')
    showConsent();
  else if (task.state === 'consented')
    showNext();
  else
    end('good', 'done');
}

async function agree() {
  if (!get('consent-tick').checked) {
    get('consent-problem').textContent = text('consentMissing');
    get('consent-tick').focus();
    return;
  }
  get('consent-agree').disabled = true;
  try {
    await link.agree(task.consent);
    task.state = 'consented';
    showNext();
  } catch (failure) {
    if (failure.kind === 'gone' || failure.kind === 'conflict')
      fail(failure);
    else
      get('consent-problem').textContent = failure.detail || text('lostAnswer');
  } finally {
    get('consent-agree').disabled = false;
  }
}

async function decline() {
  get('decline-sure').disabled = true;
  try {
    await link.decline();
    end('other', 'declined');
  } catch (failure) {
    if (failure.kind === 'gone') /* void before, or by our own call whose answer was lost */
      end('other', 'declined');
    else
      get('decline-problem').textContent = failure.detail || text('lostAnswer');
  } finally {
    get('decline-sure').disabled = false;
  }
}

function keep(captureId) {
  task.captures.find((capture) => capture.id === captureId).done = true;
  showNext();
}

async function finish() {
  captureStep.stop();
  showNotice('wait', text('finishing'), '');
  try {
    await link.finish();
    end('good', 'done');
  } catch (failure) {
    fail(failure);
  }
}

fillTexts();
get('consent-tick').onchange = () => { get('consent-problem').textContent = ''; };
get('consent-agree').onclick = agree;
get('consent-decline').onclick = () => showStep('decline');
get('decline-back').onclick = () => (task.state === 'waiting' ? showStep('consent') : showNext());
get('decline-sure').onclick = decline;
load();
