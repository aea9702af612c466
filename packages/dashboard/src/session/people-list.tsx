import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Person } from '../api/site.ts';
import { Problem } from '../system/problem.tsx';
import { lastPerson, signInAs } from './people.ts';

const matches = ({ name, roles }: Person, sought: string): boolean =>
  [name, ...roles].some((text) => text.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()));

/** Who was here last stands first. */
const inOrder = (people: readonly Person[], last: string | null): Person[] =>
  [...people].sort((one, other) => Number(other.id === last) - Number(one.id === last));

/** A longer list than this is searched rather than read. */
const READABLE = 8;

export const PeopleList = ({ people, onEntered }: { people: readonly Person[]; onEntered: () => void }) => {
  const t = useTranslations('session');
  const [sought, setSought] = useState('');
  const [entering, setEntering] = useState<string>();
  const [error, setError] = useState<Error>();
  const last = lastPerson();
  const found = inOrder(people, last).filter((person) => matches(person, sought));

  const enter = async (person: Person): Promise<void> => {
    setEntering(person.id);
    setError(undefined);
    try {
      await signInAs(person);
      onEntered();
    } catch (failed) {
      setError(failed as Error);
    } finally {
      setEntering(undefined);
    }
  };

  return (
    <>
      {people.length > READABLE && (
        <input
          className="people-find"
          type="search"
          value={sought}
          placeholder={t('find-person')}
          aria-label={t('find-person')}
          onChange={(event) => setSought(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found[0] !== undefined) void enter(found[0]);
          }}
        />
      )}
      {error !== undefined && <Problem error={error} />}
      <ul className="people">
        {found.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className="person"
              aria-busy={entering === person.id}
              onClick={() => entering === undefined && void enter(person)}
            >
              <span className="person-letter" aria-hidden="true">
                {person.name.slice(0, 1).toLocaleUpperCase()}
              </span>
              <span>
                <span className="person-name">{person.name}</span>
                <span className="person-roles">{person.roles.join(', ')}</span>
              </span>
              {person.id === last && <span className="quiet">{t('last')}</span>}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="quiet">{t('no-person')}</p>}
    </>
  );
};
