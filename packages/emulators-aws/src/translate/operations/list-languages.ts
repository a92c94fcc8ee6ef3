import type { ListLanguagesRequest, ListLanguagesResponse } from '@aws-sdk/client-translate';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { LANGUAGES } from '../dictionary.ts';
import { invalidParameter } from '../errors.ts';
import type { TranslateState } from '../state.ts';

const DEFAULT_LIMIT = 500;

export const listLanguages = operation<TranslateState, ListLanguagesRequest, ListLanguagesResponse>({
  fidelity: 'simplified',
  differs: 'Only the four languages that the sandbox translates, and auto.',
  handle: ({ DisplayLanguageCode: display = 'en', NextToken: token, MaxResults: limit = DEFAULT_LIMIT }) => {
    const names = new Intl.DisplayNames([display], { type: 'language' });
    const nameOf = (code: string) => (code === 'auto' ? 'Auto' : (names.of(code) ?? code));
    const all = ['auto', ...LANGUAGES];
    const refuse = () => invalidParameter('The NextToken is not one that this operation gave out.');
    const { items, nextToken } = namedPage(all, (code) => code, { token, limit }, refuse);
    return {
      Languages: items.map((code) => ({ LanguageName: nameOf(code), LanguageCode: code })),
      DisplayLanguageCode: display,
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});
