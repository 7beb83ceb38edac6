/** What the agreement is called, who signs it (DEF4), and how often both sides look at it again (TGT7). */
import { Definitions } from '../../../../../shared/definitions/definitions.ts';
import { LANGUAGES, SIDES, type Side } from '../../../../../shared/lead/vocabulary.ts';
import { whoFormWords } from '../../../../../shared/messages/whoForm/index.ts';
import { useQuery } from '../../../api/hooks.ts';
import { members } from '../../../api/resources.ts';
import { useSession } from '../../../session.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { PickLine, TextLine } from '../pieces/lines.tsx';

const MEETS = Definitions.shape.meetEvery.options;
const REVIEWS = Definitions.shape.reviewEvery.options;
const OWN_NAMES = { en: 'English', 'pt-BR': 'Português', es: 'Español' } as const;

export default function Review(part: PartProps) {
  const { definitions, problems, change, telling } = part;
  const { language } = useSession();
  const said = whoFormWords(language).review;
  const people = useQuery(members).value?.members ?? [];
  const bound = { problems, change };
  const word = (value: string) => telling.words.values[value] ?? value;
  const nameOf = (member: string) => people.find(({ id }) => id === member)?.name ?? member;
  return (
    <div class="form">
      <TextLine {...bound} label={said.title} pointer="/title" value={definitions.title} />
      <div class="pair">
        <PickLine
          {...bound}
          label={said.language}
          hint={said.languageHint}
          pointer="/language"
          value={definitions.language}
          options={LANGUAGES.map((one) => [one, OWN_NAMES[one]])}
        />
        <PickLine
          {...bound}
          label={said.meetEvery}
          pointer="/meetEvery"
          value={definitions.meetEvery}
          options={MEETS.map((every) => [every, word(every)])}
        />
        <PickLine
          {...bound}
          label={said.reviewEvery}
          pointer="/reviewEvery"
          value={definitions.reviewEvery}
          options={REVIEWS.map((every) => [every, word(every)])}
        />
      </div>
      <h3>{said.signers}</h3>
      <EntryList
        {...part}
        label={said.signers}
        pointer="/signers"
        entries={definitions.signers}
        isOrdered={false}
        nameOf={({ side, member }) => `${word(side)}: ${nameOf(member)}`}
        add={said.addSigner}
        fresh={() => {
          const side: Side = definitions.signers.some((one) => one.side === 'marketing')
            ? 'sales'
            : 'marketing';
          return { side, member: people.find((one) => one.side === side)?.id ?? people[0]?.id ?? '' };
        }}
      >
        {({ side, member }, at) => (
          <div class="pair">
            <PickLine
              {...bound}
              label={said.side}
              pointer={`${at}/side`}
              value={side}
              options={SIDES.map((one) => [one, word(one)])}
            />
            <PickLine
              {...bound}
              label={said.member}
              pointer={`${at}/member`}
              value={member}
              options={people.map(({ id, name }) => [id, name])}
            />
          </div>
        )}
      </EntryList>
    </div>
  );
}
