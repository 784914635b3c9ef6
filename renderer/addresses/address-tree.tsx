import { CaretDownOutlined } from '@ant-design/icons';
import { Button, Tree, type TreeDataNode } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import type { AddressNode } from '../../shared/contract/address.ts';
import { ask, call } from '../client.ts';
import { useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';

interface Branch extends TreeDataNode {
  readonly key: string;
  readonly isLeaf: boolean;
  children?: Branch[];
}

function branchOf(node: AddressNode): Branch {
  return { key: node.address.addressId, title: node.address.name, isLeaf: !node.hasChildren };
}

/** The tree with the children of one node put in. */
function withChildren(branches: readonly Branch[], key: string, children: Branch[]): Branch[] {
  return branches.map((it) => {
    if (it.key === key) return { ...it, children };
    return it.children === undefined ? it : { ...it, children: withChildren(it.children, key, children) };
  });
}

/** A level with one branch only is no choice: it is opened at once, down to the first real choice. */
async function openOnlyChildren(branches: Branch[]): Promise<{ branches: Branch[]; opened: string[] }> {
  const [only] = branches;
  if (branches.length !== 1 || only === undefined || only.isLeaf) return { branches, opened: [] };
  const answer = await call('address.children', { parentId: only.key });
  const below = await openOnlyChildren(answer.ok ? answer.value.map(branchOf) : []);
  return { branches: [{ ...only, children: below.branches }], opened: [only.key, ...below.opened] };
}

interface AddressTreeProps {
  /** Node the tree begins at; null: the roots. */
  readonly under: AddressNode | null;
  readonly onTop: () => void;
  readonly onPick: (addressId: string) => void;
}

/** The standard address tree, opened branch by branch; a room is picked with Enter or a press. */
export function AddressTree({ under, onTop, onPick }: AddressTreeProps): ReactElement {
  const say = useWords();
  const roots = useCall('address.children', { parentId: under?.address.addressId ?? null });
  const [branches, setBranches] = useState<Branch[]>([]);
  const [opened, setOpened] = useState<string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void openOnlyChildren((roots.data ?? []).map(branchOf)).then((grown) => {
      if (!isCurrent) return;
      setBranches(grown.branches);
      setOpened(grown.opened);
    });
    return () => {
      isCurrent = false;
    };
  }, [roots.data]);
  const load = async (branch: Branch) => {
    if (branch.children !== undefined) return;
    const nodes = await ask('address.children', { parentId: branch.key });
    setBranches((now) => withChildren(now, branch.key, nodes.map(branchOf)));
  };
  return (
    <>
      {under === null ? null : (
        <div className="row">
          <strong>{under.address.fullName}</strong>
          <Button onClick={onTop}>{say('address.fromTop')}</Button>
        </div>
      )}
      <FailureLine error={roots.error} />
      <Tree<Branch>
        aria-label={say('address.tree')}
        className="address-tree"
        treeData={branches}
        loadData={load}
        expandedKeys={opened}
        onExpand={(keys) => setOpened(keys.map(String))}
        blockNode
        switcherIcon={<CaretDownOutlined aria-hidden />}
        height={220}
        onSelect={(_, { node }) => {
          if (node.isLeaf) onPick(node.key);
          else setOpened((now) => (now.includes(node.key) ? now.filter((it) => it !== node.key) : [...now, node.key]));
        }}
      />
    </>
  );
}
