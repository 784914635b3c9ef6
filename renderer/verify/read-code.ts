import decodeQR from 'qr/decode.js';

/** A picture of a telephone is made smaller to this: finer detail than the paper has only costs time. */
const longestSidePx = 2400;
const pictureLimitMs = 5_000;
/** Between two looks at the camera, so that the page stays free for a hand; how long one look may try again. */
const lookEveryMs = 80;
const lookLimitMs = 150;
/** A camera that shows nothing new for so long has stopped, as those of telephones do, and is opened again. */
const stillLimitMs = 4_000;

interface Size {
  readonly width: number;
  readonly height: number;
}

function decode(source: CanvasImageSource, { width, height }: Size, isPicture: boolean): string | null {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  // A picture may be transparent where the paper is white.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  try {
    const image = context.getImageData(0, 0, width, height);
    return decodeQR(
      image,
      isPicture
        ? { effort: Number.POSITIVE_INFINITY, timeLimit: pictureLimitMs }
        : { effort: 3, timeLimit: lookLimitMs },
    );
  } catch {
    // The decoder's way to say that it sees no code.
    return null;
  }
}

/** The text of the QR code in a picture file; null when there is none, or the file is no picture. */
export async function readPicture(file: File): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const shrink = Math.min(1, longestSidePx / Math.max(picture.width, picture.height));
  const size = { width: Math.round(picture.width * shrink), height: Math.round(picture.height * shrink) };
  return decode(picture, size, true);
}

/** An open camera: `stop` gives it back. */
export interface Camera {
  stop(): void;
}

function streamOfCamera(): Promise<MediaStream> {
  const wanted = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };
  return navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
}

function giveBack(video: HTMLVideoElement): void {
  if (video.srcObject instanceof MediaStream) for (const track of video.srcObject.getTracks()) track.stop();
  video.srcObject = null;
}

/** Opens the camera at the back and looks until it sees a code; rejects when there is no camera to be had. */
export async function openCamera(video: HTMLVideoElement, found: (text: string) => void): Promise<Camera> {
  let isOpen = true;
  const stop = (): void => {
    isOpen = false;
    giveBack(video);
  };
  const start = async (): Promise<void> => {
    video.srcObject = await streamOfCamera();
    if (!isOpen) return giveBack(video);
    lookAgain(performance.now(), -1);
    // Whether it plays is seen by its pictures; one that is given back meanwhile says so here.
    video.play().catch(() => null);
  };
  const look = (movedAt: number, shownAt: number): void => {
    if (!isOpen) return;
    const size = { width: video.videoWidth, height: video.videoHeight };
    const text = size.width > 0 ? decode(video, size, false) : null;
    if (text !== null) {
      stop();
      found(text);
    } else if (video.currentTime !== shownAt) lookAgain(performance.now(), video.currentTime);
    else if (performance.now() - movedAt < stillLimitMs) lookAgain(movedAt, shownAt);
    else {
      giveBack(video);
      start().catch(() => lookAgain(performance.now(), -1));
    }
  };
  const lookAgain = (movedAt: number, shownAt: number): void => {
    setTimeout(look, lookEveryMs, movedAt, shownAt);
  };
  await start();
  return { stop };
}
