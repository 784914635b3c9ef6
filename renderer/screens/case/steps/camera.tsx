import { Button } from 'antd';
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { useKey } from '../../../keys/keys.ts';
import { useWords } from '../../../language.ts';
import { Notice } from '../../../signs/notice.tsx';

/** A sheet of paper is legible at this width; a picture stays well under the 4 MB the station takes. */
const widthPx = 2000;

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

/** The picture as JPEG, at most `widthPx` wide. */
async function jpegOf(
  source: HTMLVideoElement | ImageBitmap,
  width: number,
  height: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const scale = Math.min(1, widthPx / width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}

interface CameraProps {
  readonly name: string;
  readonly onKeep: (image: Uint8Array<ArrayBuffer>) => void;
  readonly onClose: () => void;
}

interface Taken {
  readonly image: Uint8Array<ArrayBuffer>;
  readonly url: string;
}

/** Live view in the page: take, take again, keep. Without a camera a picture file is taken instead. */
export function Camera({ name, onKeep, onClose }: CameraProps): ReactElement {
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
    if (view !== null) put(await jpegOf(view, view.videoWidth, view.videoHeight));
  };
  const takeFile = async (file: File | undefined) => {
    if (file === undefined) return;
    const bitmap = await createImageBitmap(file);
    put(await jpegOf(bitmap, bitmap.width, bitmap.height));
  };
  return (
    <section className="camera" aria-label={say('camera.title')}>
      {isAbsent ? <Notice tone="due">{say('camera.absent')}</Notice> : null}
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
