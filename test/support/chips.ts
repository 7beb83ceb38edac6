/**
 * Chips as a person or a screen reader meets them. Their shadow roots are closed, so the
 * accessibility tree is read over the debugging protocol, and clicks land by coordinates.
 */
import type { CDPSession, Frame, Page } from '@playwright/test';

export interface Chip {
  /** Accessible name, e.g. `Combinado: score 72, MQL, first response, 1 h 20`. */
  readonly name: string;
  /** Text of the page around it: of the closest ancestor matching the selector asked with. */
  readonly beside: string;
  /** A real click in its middle. */
  click(): Promise<void>;
}

/**
 * Every chip shown on the page or in one of its same-process frames.
 * @param row selector of what surrounds a chip, e.g. `tr`; its text becomes `beside`.
 */
export async function chipsOn(page: Page, row: string, frame?: Frame): Promise<Chip[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const nodes = await accessibleChips(session, frame);
    const chips: Chip[] = [];
    for (const { name, backendNodeId } of nodes) {
      const beside = await textAround(session, backendNodeId, row);
      if (beside === undefined) continue;
      chips.push({ name, beside, click: () => clickNode(page, backendNodeId) });
    }
    return chips;
  } finally {
    await session.detach();
  }
}

/** Waits until `found` accepts the chips shown, or throws saying what was there instead. */
export async function untilChips(
  page: Page,
  row: string,
  found: (chips: readonly Chip[]) => boolean,
  options: { readonly frame?: Frame; readonly withinMs?: number } = {},
): Promise<Chip[]> {
  const deadline = Date.now() + (options.withinMs ?? 15_000);
  let chips: Chip[] = [];
  while (Date.now() < deadline) {
    chips = await chipsOn(page, row, options.frame).catch(() => []);
    if (found(chips)) return chips;
    await page.waitForTimeout(100);
  }
  const shown = chips.map((chip) => `${chip.beside} → ${chip.name}`).join('\n');
  throw new Error(`The chips never became what was awaited. Shown:\n${shown || 'none'}`);
}

async function accessibleChips(session: CDPSession, frame: Frame | undefined) {
  const frameId = frame ? await idOf(session, frame) : undefined;
  const { nodes } = await session.send('Accessibility.getFullAXTree', frameId ? { frameId } : {});
  return nodes.flatMap((node) => {
    const name = String(node.name?.value ?? '');
    const chip = !node.ignored && node.role?.value === 'button' && name.startsWith('Combinado');
    return chip && node.backendDOMNodeId ? [{ name, backendNodeId: node.backendDOMNodeId }] : [];
  });
}

/** A frame's id in the debugging protocol: found by its address, which the journeys keep unique. */
async function idOf(session: CDPSession, frame: Frame): Promise<string | undefined> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const waiting = [frameTree];
  for (let tree = waiting.shift(); tree; tree = waiting.shift()) {
    if (tree.frame.url === frame.url().split('#')[0]) return tree.frame.id;
    waiting.push(...(tree.childFrames ?? []));
  }
  return undefined;
}

/** Undefined when the chip has left the page, or is not in a closed root as every chip must be. */
async function textAround(session: CDPSession, backendNodeId: number, row: string) {
  try {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    if (!object.objectId) return undefined;
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: `function (row) {
        const root = this.getRootNode();
        if (!(root instanceof ShadowRoot) || root.mode !== 'closed') return undefined;
        const around = root.host.closest(row) ?? root.host.parentElement;
        return around ? around.textContent.replace(/\\s+/g, ' ').trim() : undefined;
      }`,
      arguments: [{ value: row }],
      returnByValue: true,
    });
    return typeof result.value === 'string' ? result.value : undefined;
  } catch {
    return undefined;
  }
}

async function clickNode(page: Page, backendNodeId: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const { quads } = await session.send('DOM.getContentQuads', { backendNodeId });
    const quad = quads[0];
    if (!quad) throw new Error('The chip is not drawn.');
    const middle = (first: number) => ((quad[first] ?? 0) + (quad[first + 4] ?? 0)) / 2;
    await page.mouse.click(middle(0), middle(1));
  } finally {
    await session.detach();
  }
}
