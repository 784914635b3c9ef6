import orgRows from '../../resources/codes/police-orgs.json' with { type: 'json' };

/**
 * A police body with its 12-character code (GA/T 380). The code says nothing about the GB/T 2260 division: 220403010000 is
 * 南康派出所 in 龙山区, while 220403 of GB/T 2260 is 西安区. `parent` is the bureau or branch above, null for the city's.
 */
export type PoliceOrg = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: 'bureau' | 'branch' | 'station';
  readonly parent: string | null;
};

const cityBureau = '220400000000';

const orgs: readonly PoliceOrg[] = orgRows.map(({ kind, ...row }) => ({
  ...row,
  kind: kind === 'station' || kind === 'branch' ? kind : 'bureau',
  parent: parentCode(row.code, kind),
}));
const byCode = new Map(orgs.map((org) => [org.code, org]));

function parentCode(code: string, kind: string): string | null {
  if (code === cityBureau) return null;
  return kind === 'station' ? `${code.slice(0, 6)}000000` : cityBureau;
}

/** The 34 stations of Liaoyuan, in code order. */
export function listStations(): readonly PoliceOrg[] {
  return orgs.filter((org) => org.kind === 'station');
}

/** The body with that code, or null. */
export function findPoliceOrg(code: string): PoliceOrg | null {
  return byCode.get(code) ?? null;
}
