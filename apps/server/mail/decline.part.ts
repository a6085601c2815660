import type { Language } from '#api';
import { confirmWords, declineReasons } from './confirm.words.js';
import { wordsLengthMax, type DeclineForm } from './decline-form.js';
import { drawn, escaped } from './mail-page.js';

/** Where the forms of a claim's page post to, and what was sent incomplete. */
export interface Declining {
  /** The page's own path. */
  readonly page: string;
  readonly form?: DeclineForm;
  readonly missing?: string | undefined;
}

/** What opens under the other way: why not. Closed it is one line, and it posts elsewhere than the button above it. */
export function declinePart({ page, form, missing }: Declining, other: string, language: Language): string {
  const said = confirmWords[language];
  const chips = declineReasons.map((reason, place) => {
    const isChosen = form?.reason === reason ? ' checked' : '';
    const isFirst = missing !== undefined && place === 0 ? ' autofocus' : '';
    return `<label><input type="radio" name="reason" value="${reason}"${isChosen}${isFirst}>${escaped(said.reasons[reason])}</label>`;
  });
  const problem =
    missing === undefined ? '' : `<p class="problem" id="missing">${drawn('over')}${escaped(missing)}</p>`;
  const described = missing === undefined ? '' : ' aria-describedby="missing"';
  return `<details${missing === undefined ? '' : ' open'}>
<summary>${escaped(said.notRight)}</summary>
<form method="post" action="${escaped(page)}/rifiuto">
<fieldset${described}><legend>${escaped(said.whatIsWrong)}</legend>${problem}${chips.join('')}</fieldset>
<label for="words">${escaped(said.explain)}</label>
<textarea id="words" name="words" rows="2" maxlength="${String(wordsLengthMax)}" aria-describedby="reads">${escaped(form?.words ?? '')}</textarea>
<p class="note" id="reads">${escaped(said.readsIt(other))}</p>
<button class="soft">${escaped(said.decline)}</button>
</form>
</details>`;
}
