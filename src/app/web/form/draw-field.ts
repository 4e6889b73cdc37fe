import type { openForm } from '#capture/contract/visiting.ts';
import type { Output } from '#kernel/contract.ts';
import { formWords } from './form-words.ts';

export type PublicForm = NonNullable<Output<typeof openForm>['form']>;
export type PublicField = PublicForm['fields'][number];
export type Language = 'zh' | 'en';
export type Answer = string | boolean | string[];

export interface DrawnField {
  readonly element: HTMLElement;
  readonly read: () => Answer;
  readonly mark: (problem: string | null) => void;
}

/** A new element with its text; everything that people typed goes through here, never through markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

const inputTypes: Record<string, string> = { phone: 'tel', email: 'email', date: 'date', url: 'url' };
const fillIn: Record<string, string> = {
  phone: 'tel',
  email: 'email',
  contactName: 'name',
  company: 'organization',
  title: 'organization-title',
};

/** One question with its label, and how its answer is read. */
export function drawField(field: PublicField, language: Language): DrawnField {
  const words = formWords[language];
  const id = `f-${field.key}`;
  const label = field.label[language] || field.label.zh || field.label.en;
  const problem = make('p', { class: 'problem', id: `${id}-problem`, role: 'alert' });
  const mark = (control: Element) => (text: string | null) => {
    problem.textContent = text ?? '';
    control.setAttribute('aria-invalid', String(text !== null));
  };
  const must = field.required
    ? [make('span', { class: 'must', 'aria-hidden': 'true' }, ' *')]
    : [words.optional];
  if (field.type === 'checkbox') {
    const box = make('input', { type: 'checkbox', id });
    const line = make('label', { class: 'check', for: id }, box, make('span', {}, label, ...must));
    return {
      element: make('div', { class: 'field' }, line, problem),
      read: () => box.checked,
      mark: mark(box),
    };
  }
  if (field.type === 'multiChoice') {
    const boxes = field.choices.map((choice) => make('input', { type: 'checkbox', value: choice.key }));
    const lines = field.choices.map((choice, at) =>
      make('label', { class: 'check' }, boxes[at] ?? '', make('span', {}, choice.label[language])),
    );
    const group = make(
      'div',
      { role: 'group', 'aria-label': label },
      make('span', { class: 'group' }, label, ...must),
    );
    group.append(...lines);
    const read = () => boxes.filter((box) => box.checked).map((box) => box.value);
    return { element: make('div', { class: 'field' }, group, problem), read, mark: mark(group) };
  }
  const control = drawControl(field, id, language);
  const name = make('label', { for: id }, label, ...must);
  return {
    element: make('div', { class: 'field' }, name, control, problem),
    read: () => control.value,
    mark: mark(control),
  };
}

function drawControl(field: PublicField, id: string, language: Language) {
  const shared = { id, 'aria-describedby': `${id}-problem` };
  if (field.type === 'choice') {
    const empty = make('option', { value: '' }, formWords[language].choose);
    const options = field.choices.map((choice) =>
      make('option', { value: choice.key }, choice.label[language]),
    );
    return make('select', shared, empty, ...options);
  }
  if (field.type === 'longText') return make('textarea', { ...shared, maxlength: '4000' });
  const kind = inputTypes[field.type] ?? 'text';
  return make('input', {
    ...shared,
    type: kind,
    maxlength: '200',
    autocomplete: fillIn[field.key] ?? 'off',
    ...(field.type === 'integer' ? { inputmode: 'numeric' } : {}),
  });
}
