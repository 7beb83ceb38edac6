/** One dot per agreed attempt, the made ones filled; the words beside it say the same. */
export function AttemptDots({ made, agreed }: { made: number; agreed: number }) {
  return (
    <span class="attempt-dots" aria-hidden="true">
      {Array.from({ length: agreed }, (_, place) => (
        <i key={place} class={place < made ? 'made' : ''} />
      ))}
    </span>
  );
}
