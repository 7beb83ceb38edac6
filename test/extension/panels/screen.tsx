/** Draws a panel into the test's document and finds things in it the way a person names them. */
import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished } from 'vitest';

const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent.trim();

export async function draw(panel: ComponentChild) {
  const root = document.createElement('div');
  document.body.append(root);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
  await act(async () => render(panel, root));

  const all = <E extends Element>(selector: string) => [...root.querySelectorAll<E & Element>(selector)];
  const button = (name: string) => {
    const found = all<HTMLButtonElement>('button').find((one) => nameOf(one) === name);
    if (!found) throw new Error(`no button "${name}" among: ${all('button').map(nameOf).join(', ')}`);
    return found;
  };
  return {
    root,
    all,
    button,
    buttons: () => all('button').map(nameOf),
    text: () => root.textContent,
    click: (name: string) => act(async () => button(name).click()),
    type: (selector: string, value: string) =>
      act(async () => {
        const [field] = all<HTMLInputElement>(selector);
        if (!field) throw new Error(`no field ${selector}`);
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    /** Picks an option by its value. */
    choose: (selector: string, value: string) =>
      act(async () => {
        const [field] = all<HTMLSelectElement>(selector);
        if (!field) throw new Error(`no list ${selector}`);
        field.value = value;
        for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
      }),
    /** Ticks a box by the words beside it, or takes the tick away. */
    tick: (words: string) =>
      act(async () => {
        const label = all('label').find((one) => one.textContent.trim() === words);
        const box = label?.querySelector('input');
        if (!box) throw new Error(`no box "${words}"`);
        box.checked = !box.checked;
        box.dispatchEvent(new Event('change', { bubbles: true }));
      }),
    submit: (selector: string) =>
      act(async () => {
        root.querySelector(selector)?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      }),
    press: (key: string) =>
      act(async () => {
        (document.activeElement ?? document).dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true }),
        );
      }),
    /** Lets whatever was asked be answered and drawn. */
    settle: () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 0))),
  };
}
