import { CameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useOpenCase } from '../../../case/case-context.ts';
import { useWords } from '../../../language.ts';
import { Camera } from '../../../photos/camera.tsx';
import { usePictureUrl } from '../../../photos/picture-url.ts';
import { useAct, useCall } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { usePolicyNames } from '../../../words/policy-names.ts';

function Thumbnail({
  attachmentId,
  name,
  onRemove,
}: {
  attachmentId: string;
  name: string;
  onRemove: () => void;
}): ReactElement {
  const say = useWords();
  const url = usePictureUrl(useCall('case.attachment', { attachmentId }).data);
  return (
    <figure className="thumbnail">
      {url === null ? null : <img src={url} alt={say('materials.pictureOf', { name })} />}
      <button type="button" className="link" onClick={onRemove}>
        {say('materials.removePicture')}
      </button>
    </figure>
  );
}

interface PicturesProps {
  readonly materialId: string;
  readonly attachmentIds: readonly string[];
  readonly onAdd: (attachmentId: string) => void;
  readonly onRemove: (attachmentId: string) => void;
}

/** The pictures of a material and the camera beside them. */
export function Pictures({ materialId, attachmentIds, onAdd, onRemove }: PicturesProps): ReactElement {
  const say = useWords();
  const name = usePolicyNames('material')(materialId);
  const { store } = useOpenCase();
  const [isOpen, setOpen] = useState(false);
  const attach = useAct('case.attach');
  // The promise, not the callback of mutate: that one is dropped when the clerk goes on before the picture is kept.
  const keep = (image: Uint8Array<ArrayBuffer>) =>
    void attach.mutateAsync({ caseId: store.caseId, materialId, image }).then(
      ({ attachmentId }) => onAdd(attachmentId),
      () => undefined,
    );
  return (
    <div className="pictures">
      {attachmentIds.map((id) => (
        <Thumbnail key={id} attachmentId={id} name={name} onRemove={() => onRemove(id)} />
      ))}
      <Button
        icon={<CameraOutlined aria-hidden />}
        aria-expanded={isOpen}
        aria-label={say('materials.photographWhat', { name })}
        onClick={() => setOpen(!isOpen)}
      >
        {say('materials.photograph')}
      </Button>
      <FailureLine error={attach.error} />
      {isOpen ? <Camera name={name} onKeep={keep} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
