import { CameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { asText, type FieldInputProps, type FieldValue } from '../fields/field-input.ts';
import { useWords } from '../language.ts';
import { useAct } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { Camera } from './camera.tsx';
import { PersonPhoto } from './person-photo.tsx';

/** A photograph of a person: taken with the camera or chosen from a file, and kept at once. */
export function PhotoInput(props: FieldInputProps): ReactElement {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const keep = useAct('photo.keep');
  const photoId = asText(props.value);
  const put = (value: string) => {
    props.onChange(value);
    props.onLeave();
  };
  // The promise, not the callback of mutate: that one is dropped when the clerk goes on before the picture is kept.
  const take = (image: Uint8Array<ArrayBuffer>) =>
    void keep.mutateAsync({ image }).then(
      (kept) => put(kept.photoId),
      () => undefined,
    );
  return (
    <fieldset className="photo-field" aria-label={props.label} aria-describedby={props.describedBy}>
      {photoId === '' ? null : <PersonPhoto photoId={photoId} name={props.label} />}
      <Button
        id={props.id}
        icon={<CameraOutlined aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {say(photoId === '' ? 'photo.take' : 'photo.takeAgain')}
      </Button>
      {photoId === '' ? (
        <span className="quiet">{props.placeholder}</span>
      ) : (
        <Button onClick={() => put('')}>{say('photo.remove')}</Button>
      )}
      <FailureLine error={keep.error} />
      {isOpen ? <Camera name={props.label} shape="portrait" onKeep={take} onClose={() => setOpen(false)} /> : null}
    </fieldset>
  );
}

/** A photograph that was entered. */
export function PhotoWords({ value }: { readonly value: FieldValue }): ReactElement {
  const say = useWords();
  return <PersonPhoto photoId={asText(value)} name={say('field.photoId')} />;
}
