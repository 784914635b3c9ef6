import { CheckOutlined, CloudOutlined, ExclamationOutlined, FileProtectOutlined } from '@ant-design/icons';
import { Radio, Segmented, Space } from 'antd';
import { type ReactElement, useState } from 'react';
import type { DraftMaterial, MaterialState } from '../../../../shared/contract/draft.ts';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { MaterialInquiries } from '../../../inquiries/material-inquiries.tsx';
import { useWords } from '../../../language.ts';
import { usePolicyNames } from '../../../words/policy-names.ts';
import { Pictures } from './pictures.tsx';

const icons: Record<MaterialState, ReactElement> = {
  paper: <CheckOutlined aria-hidden />,
  verified: <CloudOutlined aria-hidden />,
  promised: <FileProtectOutlined aria-hidden />,
  missing: <ExclamationOutlined aria-hidden />,
};

const order: readonly MaterialState[] = ['paper', 'verified', 'promised', 'missing'];

/** The material's entry of the draft, made at its first change. */
function withMaterial(
  list: readonly DraftMaterial[],
  materialId: string,
  part: Partial<DraftMaterial>,
): DraftMaterial[] {
  const before = list.find((it) => it.materialId === materialId);
  const next: DraftMaterial = { materialId, state: 'missing', attachmentIds: [], note: '', ...before, ...part };
  return [...list.filter((it) => it.materialId !== materialId), next];
}

/** One material, or several of which one is enough: choose which, say how it was seen, take its picture. */
export function MaterialGroup({ anyOf }: { anyOf: readonly string[] }): ReactElement {
  const say = useWords();
  const nameOf = usePolicyNames('material');
  const { store } = useOpenCase();
  const materials = useEditing((it) => it.draft.materials);
  const atHand = anyOf.find((id) => materials.some((it) => it.materialId === id && it.state !== 'missing'));
  const [picked, setPicked] = useState<string | null>(null);
  const materialId = picked ?? atHand ?? anyOf[0] ?? '';
  const entry = materials.find((it) => it.materialId === materialId);
  const put = (part: Partial<DraftMaterial>) =>
    store.edit((draft) => ({ ...draft, materials: withMaterial(draft.materials, materialId, part) }));
  const name = nameOf(materialId);
  return (
    <fieldset
      className="material"
      data-paths={anyOf.map((id) => `materials.${id}`).join(' ')}
      aria-label={anyOf.map(nameOf).join(say('word.listComma'))}
    >
      <div className="material-name">
        {anyOf.length === 1 ? (
          <strong>{name}</strong>
        ) : (
          <>
            <span className="quiet">{say('materials.chooseOne')}</span>
            <Radio.Group
              name={`which-${anyOf.join('-')}`}
              aria-label={say('materials.chooseOne')}
              value={materialId}
              onChange={(event) => setPicked(event.target.value)}
            >
              <Space orientation="vertical" size={0}>
                {anyOf.map((id) => (
                  <Radio key={id} value={id}>
                    {nameOf(id)}
                  </Radio>
                ))}
              </Space>
            </Radio.Group>
          </>
        )}
      </div>
      <div className="material-state">
        <Segmented<MaterialState>
          name={`state-${materialId}`}
          aria-label={say('materials.stateOf', { name })}
          value={entry?.state ?? 'missing'}
          onChange={(state) => put({ state })}
          options={order.map((value) => ({ value, icon: icons[value], label: say(`materialState.${value}`) }))}
        />
        <Pictures
          materialId={materialId}
          attachmentIds={entry?.attachmentIds ?? []}
          onAdd={(attachmentId) => {
            const now = store.get().draft.materials.find((it) => it.materialId === materialId);
            const state = now === undefined || now.state === 'missing' ? 'paper' : now.state;
            put({ state, attachmentIds: [...(now?.attachmentIds ?? []), attachmentId] });
          }}
          onRemove={(attachmentId) =>
            put({ attachmentIds: (entry?.attachmentIds ?? []).filter((it) => it !== attachmentId) })
          }
        />
      </div>
      <MaterialInquiries
        key={materialId}
        materialId={materialId}
        name={name}
        state={entry?.state ?? 'missing'}
        onProof={put}
      />
    </fieldset>
  );
}
