/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pictures small enough to send and large enough to read: JPEG, at most 1600 pixels a side.
 */

const MAX_PIXELS = 1600;
const QUALITY = 0.85;

function encode(source, from) {
  const scale = Math.min(1, MAX_PIXELS / Math.max(from.width, from.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(from.width * scale);
  canvas.height = Math.round(from.height * scale);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'white'; /* JPEG knows no transparency */
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(source, from.x, from.y, from.width, from.height, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no JPEG')) : resolve(blob)),
                  'image/jpeg', QUALITY);
  });
}

/* The middle of the video in the given ratio of width to height: what the stage shows of it. */
export function pictureOfVideo(video, ratio) {
  const width = Math.min(video.videoWidth, video.videoHeight * ratio);
  const height = width / ratio;
  return encode(video, {
    x: (video.videoWidth - width) / 2,
    y: (video.videoHeight - height) / 2,
    width,
    height,
  });
}

/* Rejects if the file is no picture the browser can read. Turned upright by its EXIF data. */
export async function pictureOfFile(file) {
  const image = new Image();
  const url = URL.createObjectURL(file);
  try {
    image.src = url;
    await image.decode();
    return await encode(image, {
      x: 0, y: 0, width: image.naturalWidth, height: image.naturalHeight,
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
