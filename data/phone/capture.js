/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The step that takes one picture and sends it. Its modes:
 *
 *   starting -> live -> (count ->) still -> sending -> the next picture
 *   file (no camera in the page) -> still
 *   sending -> stopped (connection lost; the picture is kept) -> sending
 *   sending -> refused (the hall does not take this picture) -> live
 */
import { Camera, cameraExists } from './camera.js';
import { get, say, showMode, showStep } from './page.js';
import { pictureOfFile, pictureOfVideo } from './picture.js';
import { text } from './texts.js';

const COUNT_FROM = 3;
const COUNT_MS = 1000;
const RESEND_MS = 5000;

export class CaptureStep {
  #section = get('capture');
  #camera = new Camera(get('capture-video'));
  #noCamera = !cameraExists();
  #attempt = 0; /* to open the camera; an older one that ends late changes nothing */
  #link;
  #onKept;
  #onFailure;
  #capture = null;
  #picture = null;
  #timer = 0;

  /* onKept: the hall has the picture. onFailure: it failed, and not because of the picture. */
  constructor(link, { onKept, onFailure, onLeave }) {
    this.#link = link;
    this.#onKept = onKept;
    this.#onFailure = onFailure;
    get('capture-shoot').onclick = () => this.#shoot();
    get('capture-choose').onclick = () => get('capture-file').click();
    get('capture-file').onchange = () => this.#takeFile();
    get('capture-cancel').onclick = () => this.#start();
    get('capture-use').onclick = () => this.#send();
    get('capture-retry').onclick = () => this.#send();
    get('capture-again').onclick = () => this.#start();
    get('capture-phone').onclick = () => this.#goToFile('');
    get('capture-leave').onclick = () => onLeave();
    window.addEventListener('online', () => this.#resend());
    document.addEventListener('visibilitychange', () => this.#wake());
  }

  get #isAction() {
    return this.#capture.camera === 'user';
  }

  get #mode() {
    return this.#section.dataset.mode;
  }

  /* number and total: for "picture 1 of 5". */
  show(capture, number, total) {
    this.#capture = capture;
    this.#section.dataset.capture = capture.id;
    this.#section.dataset.shape = this.#isAction ? 'face' : 'card';
    get('capture-number').textContent = text('number', { n: number, total });
    get('capture-title').textContent = capture.label;
    get('capture-hint').textContent = capture.hint;
    get('capture-still').alt = text('still', { label: capture.label });
    get('capture-shoot').textContent = text(this.#isAction ? 'startAction' : 'shoot');
    get('capture-file').setAttribute('capture', capture.camera);
    showStep('capture');
    this.#start();
  }

  /* Forgets the picture and turns the camera off. */
  stop() {
    this.#attempt += 1;
    clearTimeout(this.#timer);
    this.#camera.close();
    this.#keep(null);
    this.#problem('');
  }

  /* If the mode hides what has the focus, focusId gets it. */
  #setMode(mode, focusId) {
    showMode(this.#section, mode);
    const focused = document.activeElement;
    if (focused === document.body || focused.closest('[hidden]') !== null)
      get(focusId).focus({ preventScroll: true });
  }

  #problem(what) {
    get('capture-problem').textContent = what;
  }

  #keep(picture) {
    URL.revokeObjectURL(get('capture-still').src);
    this.#picture = picture;
    if (picture === null)
      get('capture-still').removeAttribute('src');
    else
      get('capture-still').src = URL.createObjectURL(picture);
  }

  async #start() {
    const attempt = ++this.#attempt;
    clearTimeout(this.#timer);
    this.#keep(null);
    this.#problem('');
    if (this.#noCamera) {
      this.#goToFile(text('cameraMissing'));
      return;
    }
    if (!this.#camera.running || this.#camera.facing !== this.#capture.camera)
      this.#setMode('starting', 'capture-title');
    try {
      await this.#camera.open(this.#capture.camera);
    } catch (error) {
      this.#noCamera = true;
      if (attempt === this.#attempt)
        this.#goToFile(text(error.name === 'NotAllowedError' ? 'cameraDenied' : 'cameraMissing'));
      return;
    }
    if (attempt === this.#attempt)
      this.#setMode('live', 'capture-shoot');
  }

  #goToFile(note) {
    this.#attempt += 1;
    this.#camera.close();
    get('capture-note').textContent = note;
    this.#setMode('file', 'capture-choose');
  }

  #shoot() {
    if (this.#isAction)
      this.#count(COUNT_FROM);
    else
      this.#takeVideo();
  }

  #count(n) {
    if (n === 0) {
      this.#takeVideo();
      return;
    }
    this.#setMode('count', 'capture-cancel');
    get('capture-count').textContent = n;
    say(text('counting', { n }));
    this.#timer = setTimeout(() => this.#count(n - 1), COUNT_MS);
  }

  async #takeVideo() {
    const stage = get('capture-stage').getBoundingClientRect();
    this.#review(await pictureOfVideo(get('capture-video'), stage.width / stage.height));
  }

  async #takeFile() {
    const input = get('capture-file');
    const [file] = input.files;
    input.value = ''; /* so that the same file can be chosen again */
    if (file === undefined)
      return;
    try {
      this.#review(await pictureOfFile(file));
    } catch {
      this.#problem(text('notPicture'));
    }
  }

  #review(picture) {
    this.#problem('');
    this.#keep(picture);
    this.#setMode('still', 'capture-use');
    say(text('taken'));
  }

  #showSent(percent) {
    get('capture-sent').value = percent;
    get('capture-sent-label').textContent = text('sending', { percent });
  }

  async #send() {
    const capture = this.#capture;
    clearTimeout(this.#timer);
    this.#problem('');
    this.#showSent(0);
    this.#setMode('sending', 'capture-title');
    try {
      await this.#link.put(capture.id, this.#picture, (percent) => this.#showSent(percent));
    } catch (failure) {
      this.#failed(failure);
      return;
    }
    say(text('kept'));
    this.#keep(null);
    this.#onKept(capture.id);
  }

  #failed(failure) {
    if (failure.kind === 'lost' || failure.kind === 'busy') {
      this.#problem(failure.kind === 'lost' ? text('lost') : failure.detail || text('busy'));
      this.#setMode('stopped', 'capture-retry');
      this.#timer = setTimeout(() => this.#resend(), RESEND_MS);
    } else if (failure.kind === 'refused') {
      this.#problem(failure.detail);
      this.#setMode('refused', 'capture-again');
    } else {
      this.#onFailure(failure);
    }
  }

  #resend() {
    if (!this.#section.hidden && this.#mode === 'stopped')
      this.#send();
  }

  /* Phones take the camera away while the page is in the background. */
  #wake() {
    if (document.visibilityState === 'visible' && !this.#section.hidden
        && ['live', 'count'].includes(this.#mode) && !this.#camera.running)
      this.#start();
  }
}
