/** Numbers as spreadsheets of either side of the Atlantic write them. */

/** `1.234,56`, `1,234.56`, `R$ 1234`, `75 %`; null when it is none, or could be two. */
export function numberOf(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0%]|^[^\d+-]*(?=[\d+-])/g, '');
  if (!/^[+-]?\d[\d.,']*$/.test(bare)) return null;
  const last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','));
  const marks = bare.match(/[.,']/g) ?? [];
  const isGrouped = marks.length > 1 && new Set(marks).size === 1;
  const isThousands = marks.length === 1 && /^[+-]?[1-9]\d{0,2}[.,']\d{3}$/.test(bare);
  // One mark before three digits, 1.234, is a thousand to some and one and a bit to others: read as it stands.
  const decimal = last < 0 || isGrouped || (isThousands && bare.charAt(last) === ',') ? -1 : last;
  const whole = (decimal < 0 ? bare : bare.slice(0, decimal)).replaceAll(/[.,']/g, '');
  const value = Number(decimal < 0 ? whole : `${whole}.${bare.slice(decimal + 1)}`);
  return Number.isFinite(value) ? value : null;
}
