import { Button } from 'antd';
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { useKey } from '../keys/keys.ts';
import { useWords } from '../language.ts';
import { Notice } from '../signs/notice.tsx';

/** What is photographed: a sheet of paper, whole, or a person, cut to the shape of the photograph on an ID card. */
type CameraShape = 'sheet' | 'portrait';

/** A sheet of paper is legible at this width; a picture stays well under the 4 MB the station takes. */
const widthPx = 2000;
/** 358 × 441 as on the ID card (GA 461), twice as fine. */
const portraitPx = { width: 716, height: 882 } as const;

/** The live picture of the camera, given up with the component. */
function useCameraStream(): { stream: MediaStream | null; isAbsent: boolean } {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [isAbsent, setAbsent] = useState(false);
  useEffect(() => {
    let opened: MediaStream | null = null;
    let isGone = false;
    navigator.mediaDevices
      .getUserMedia({ video: { width: { ideal: widthPx } } })
      .then((it) => {
        opened = it;
        if (isGone) for (const track of it.getTracks()) track.stop();
        else setStream(it);
      })
      .catch(() => setAbsent(true));
    return () => {
      isGone = true;
      for (const track of opened?.getTracks() ?? []) track.stop();
    };
  }, []);
  return { stream, isAbsent };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The part of a picture that is kept: all of a sheet, of a portrait the largest part of its shape around the middle. */
function cutOf({ width, height }: Size, shape: CameraShape): Size {
  if (shape === 'sheet') return { width, height };
  const ratio = portraitPx.width / portraitPx.height;
  return width / height > ratio ? { width: height * ratio, height } : { width, height: width / ratio };
}

/** The picture as JPEG, no wider than its shape needs. */
async function jpegOf(
  source: HTMLVideoElement | ImageBitmap,
  size: Size,
  shape: CameraShape,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const cut = cutOf(size, shape);
  const scale = Math.min(1, (shape === 'sheet' ? widthPx : portraitPx.width) / cut.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(cut.width * scale);
  canvas.height = Math.round(cut.height * scale);
  const [left, top] = [(size.width - cut.width) / 2, (size.height - cut.height) / 2];
  canvas.getContext('2d')?.drawImage(source, left, top, cut.width, cut.height, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}

interface CameraProps {
  readonly name: string;
  readonly shape?: CameraShape;
  readonly onKeep: (image: Uint8Array<ArrayBuffer>) => void;
  readonly onClose: () => void;
}

interface Taken {
  readonly image: Uint8Array<ArrayBuffer>;
  readonly url: string;
}

/** Live view in the page: take, take again, keep. Without a camera a picture file is taken instead. */
export function Camera({ name, shape = 'sheet', onKeep, onClose }: CameraProps): ReactElement {
  const say = useWords();
  const { stream, isAbsent } = useCameraStream();
  const video = useRef<HTMLVideoElement | null>(null);
  // Taking again mounts a new video element, which needs the stream as well.
  const hold = useCallback(
    (element: HTMLVideoElement | null) => {
      video.current = element;
      if (element !== null) element.srcObject = stream;
    },
    [stream],
  );
  const [taken, setTaken] = useState<Taken | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  useKey('Esc', onClose);
  useEffect(() => {
    return () => {
      if (taken !== null) URL.revokeObjectURL(taken.url);
    };
  }, [taken]);
  const put = (image: Uint8Array<ArrayBuffer> | null) => {
    if (image !== null) setTaken({ image, url: URL.createObjectURL(new Blob([image], { type: 'image/jpeg' })) });
  };
  const take = async () => {
    const view = video.current;
    if (view !== null) put(await jpegOf(view, { width: view.videoWidth, height: view.videoHeight }, shape));
  };
  const takeFile = async (file: File | undefined) => {
    if (file === undefined) return;
    const bitmap = await createImageBitmap(file).catch(() => null);
    setUnreadable(bitmap === null);
    if (bitmap === null) return;
    put(await jpegOf(bitmap, bitmap, shape));
  };
  return (
    <section className={`camera camera-${shape}`} aria-label={say('camera.title')}>
      {isAbsent ? <Notice tone="due">{say('camera.absent')}</Notice> : null}
      {isUnreadable ? <Notice tone="wrong">{say('camera.unreadable')}</Notice> : null}
      {taken === null && !isAbsent ? (
        <video ref={hold} autoPlay muted playsInline aria-label={say('camera.live')} />
      ) : null}
      {taken === null ? null : <img src={taken.url} alt={say('materials.pictureOf', { name })} />}
      <div className="row">
        {taken === null && !isAbsent ? (
          <Button type="primary" onClick={() => void take()}>
            {say('camera.take')}
          </Button>
        ) : null}
        {taken === null ? (
          <label className="file-button">
            {say('camera.fromFile')}
            <input
              className="visually-hidden"
              type="file"
              accept="image/png,image/jpeg"
              onChange={(event) => void takeFile(event.target.files?.[0])}
            />
          </label>
        ) : (
          <>
            <Button
              type="primary"
              onClick={() => {
                onKeep(taken.image);
                onClose();
              }}
            >
              {say('camera.keep')}
            </Button>
            <Button onClick={() => setTaken(null)}>{say('camera.again')}</Button>
          </>
        )}
        <Button onClick={onClose}>{say('word.close')}</Button>
      </div>
    </section>
  );
}
