/** What can stand in an element; what is null or false is left out. */
export type Content = Node | string | number | null | undefined | false | readonly Content[];

/** Attributes by name, and what is called on an event (`onclick`); what is null or false is left out. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: never) => unknown)>
>;

/** Makes an element. Texts are texts: nothing in them is read as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...contents: Content[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(name.slice(2), value as EventListener);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? "" : String(value));
    }
  }
  append(made, contents);
  return made;
}

/** Puts contents in the place of those that an element has. */
export function fill(parent: Element, ...contents: Content[]): void {
  parent.replaceChildren();
  append(parent, contents);
}

/** The element of the page with this id. */
export function byName<E extends HTMLElement>(id: string): E {
  return document.getElementById(id) as E;
}

function append(parent: Element, contents: readonly Content[]): void {
  for (const content of contents) {
    if (Array.isArray(content)) {
      append(parent, content);
    } else if (content !== null && content !== undefined && content !== false) {
      parent.append(content instanceof Node ? content : String(content));
    }
  }
}
