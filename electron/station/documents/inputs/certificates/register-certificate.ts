import { certificate } from './certificate.ts';

/** A certificate in the words of its record under the name of its kind: for what has no form of its own, or not all that its form asks for. */
export const registerCertificate = certificate(({ paper, record }) => {
  if (!record) return null;
  const title = paper.pack.certificates.find(({ id }) => id === record.kind)?.names.zh ?? '户籍证明';
  return { summary: record.body, fields: { title, body: record.body } };
});
