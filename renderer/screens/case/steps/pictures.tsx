import { CameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { useOpenCase } from '../../../case/case-context.ts';
import { useWords } from '../../../language.ts';
import { useAct, useCall } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { usePolicyNames } from '../../../words/policy-names.ts';
import { Camera } from './camera.tsx';

/** The address of a picture's bytes while it is shown. */
function usePictureUrl(attachmentId: string): string | null {
  const { data } = useCall('case.attachment', { attachmentId });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (data === undefined) return;
    const made = URL.createObjectURL(new Blob([new Uint8Array(data.image)], { type: data.kind }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return url;
}

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
  const url = usePictureUrl(attachmentId);
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
