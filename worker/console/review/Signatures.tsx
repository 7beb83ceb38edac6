/** Lines to sign on, on paper only: each side's signers, and the referee where there is one. */
import { Chapter, type PackPart } from './Chapter.tsx';

export function Signatures({ ground }: PackPart) {
  const { words, version, nameOf } = ground;
  const { signers, handoff } = version.definitions;
  const lines = [
    ...signers.map(({ side, member }) => ({ role: words.sides[side], name: nameOf(member) })),
    ...(handoff.referee === undefined || signers.some(({ member }) => member === handoff.referee)
      ? []
      : [{ role: words.pack.decisions.referee, name: nameOf(handoff.referee) }]),
  ];
  if (lines.length === 0) return null;
  return (
    <div class="on-paper">
      <Chapter id="signatures" title={words.pack.contents.signatures}>
        <ul class="signatures">
          {lines.map(({ role, name }) => (
            <li key={`${role} ${name}`}>
              <span>
                {role}: {name}
              </span>
              <span>{words.pack.signatures}</span>
            </li>
          ))}
        </ul>
      </Chapter>
    </div>
  );
}
