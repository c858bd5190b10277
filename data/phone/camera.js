/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The phone's camera in the page. Browsers offer it only to https and to 127.0.0.1; elsewhere
 * navigator.mediaDevices does not exist and the page asks for a file instead.
 */

export function cameraExists() {
  return typeof navigator.mediaDevices?.getUserMedia === 'function';
}

export class Camera {
  #video;
  #stream = null;
  #facing = null;
  #turn = 0;

  constructor(video) {
    this.#video = video;
  }

  get facing() {
    return this.#facing;
  }

  get running() {
    return this.#stream !== null
      && this.#stream.getVideoTracks().every((track) => track.readyState === 'live');
  }

  /* facing: 'environment' (away from the person) or 'user'. Throws what getUserMedia throws. */
  async open(facing) {
    if (this.running && this.#facing === facing)
      return;
    this.close();
    const turn = this.#turn;
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: facing }, width: { ideal: 1920 }, height: { ideal: 1080 } },
    });
    if (turn !== this.#turn) { /* closed, or opened otherwise, while we waited */
      for (const track of stream.getTracks())
        track.stop();
      return;
    }
    this.#stream = stream;
    this.#facing = facing;
    this.#video.srcObject = stream;
    await this.#video.play();
  }

  close() {
    this.#turn += 1;
    for (const track of this.#stream?.getTracks() ?? [])
      track.stop();
    this.#stream = null;
    this.#facing = null;
    this.#video.srcObject = null;
  }
}
