import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { PersonLink, PersonPage } from '../../../shared/contract/register.ts';
import { useWords } from '../../language.ts';

function KinLink({ link }: { link: PersonLink }): ReactElement {
  const say = useWords();
  return (
    <>
      <Link to="/person/$personId" params={{ personId: link.personId }}>
        {link.name}
      </Link>
      {link.status === 'registered' ? null : <span className="quiet"> {say(`personStatus.${link.status}`)}</span>}
    </>
  );
}

/** Parents, spouse, children and guardians, where the register knows them. */
export function PersonKin({ page }: { page: PersonPage }): ReactElement | null {
  const say = useWords();
  const { father, mother, spouse, children, person } = page;
  const single = [
    { key: 'father', link: father },
    { key: 'mother', link: mother },
    { key: 'spouse', link: spouse },
  ] as const;
  const isKnown = single.some((it) => it.link !== null) || children.length > 0 || person.guardians.length > 0;
  if (!isKnown) return null;
  return (
    <>
      <h3>{say('personPage.kin')}</h3>
      <dl className="facts facts-wide">
        {single.map(({ key, link }) =>
          link === null ? null : (
            <div key={key} className="fact-pair">
              <dt>{say(`personPage.${key}`)}</dt>
              <dd>
                <KinLink link={link} />
              </dd>
            </div>
          ),
        )}
        {children.length === 0 ? null : (
          <div className="fact-pair">
            <dt>{say('personPage.children')}</dt>
            <dd className="kin-links">
              {children.map((link) => (
                <span key={link.personId}>
                  <KinLink link={link} />
                </span>
              ))}
            </dd>
          </div>
        )}
        {person.guardians.length === 0 ? null : (
          <div className="fact-pair">
            <dt>{say('personPage.guardians')}</dt>
            <dd>
              {person.guardians
                .map(({ name, relation }) => say('household.member', { name, relation }))
                .join(say('word.listComma'))}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
