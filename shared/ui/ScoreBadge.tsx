/** The score with its bands: "72" over "B1 · high interest" (SCO5). */
export function ScoreBadge({ score, bands, label }: { score: string; bands: string; label: string }) {
  return (
    <div class="score-badge">
      <b>
        <span class="unseen">{label} </span>
        {score}
      </b>
      <span>{bands}</span>
    </div>
  );
}
