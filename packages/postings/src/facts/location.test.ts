import { describe, expect, it } from 'vitest';
import { findLocation } from './index.ts';

describe('places by label, head and sentence', () => {
  it.each([
    ['Data Engineer\nCity: Graz\nText', 'Graz'],
    ['Data Engineer\nBase: Leeds General Infirmary, Leeds. Hybrid working', 'Leeds General Infirmary, Leeds'],
    ['Data Engineer\nWhere: Lyon, two days at home', 'Lyon'],
    ['Data Engineer\nWhere? Oslo, Norway, hybrid', 'Oslo, Norway'],
    ['Post: Analyst\nDuty station: Geneva, Switzerland (on-site)', 'Geneva, Switzerland'],
    ['ML Engineer — Lisbon', 'Lisbon'],
    ['ML Engineer - Cardiff, UK', 'Cardiff, UK'],
    ['ML Engineer\nHybrid – Leeds', 'Leeds'],
    ['ML Engineer\nHybrid - Austin, TX', 'Austin, TX'],
    ['ML Engineer\n\nYou work from our office in Ghent three days a week.', 'Ghent'],
    ['ML Engineer\n\nWe sit in Porto, near the river.', 'Porto'],
    ['ML Engineer\n\nThe role is based in Aarhus, Denmark, and starts in May.', 'Aarhus, Denmark'],
    ['ML Engineer\nRemote: Germany, Austria or Switzerland', 'Germany, Austria or Switzerland'],
    ['ML Engineer\nLocation: Remote (Poland, Spain, Portugal)', 'Poland, Spain, Portugal'],
    ['ML Engineer\nAcme Ltd · Muscat, Oman · on-site', 'Muscat, Oman'],
    ['Team: Maps | Office: Mong Kok, Hong Kong | HK$50k', 'Mong Kok, Hong Kong'],
    ['Fellowship\nNorth Lab // 10 weeks // Oslo, in our office', 'Oslo'],
    ['BI Developer\nPorter Chairs, Hickory, North Carolina. Type: full-time.', 'Hickory, North Carolina'],
    ['Data Scientist\nIngest Unit, Frome, Somerset', 'Frome, Somerset'],
    ['| key | value |\n|---|---|\n| place | Madison, WI |', 'Madison, WI'],
    ['AI Engineer / Osaka (Umeda)', 'Osaka (Umeda)'],
    ['Data Scientist\nOur customers in London like maps.', undefined],
    ['Data Scientist\nMeet us at the conference in Vienna.', undefined],
    ['ML Engineer\nLocation: Turin. Two openings', 'Turin'],
    ['ML Engineer\nLocation: St. Louis, MO. 1 vacancy', 'St. Louis, MO'],
    ['ML Engineer\nLocation: Washington, D.C.', 'Washington, D.C.'],
    ['ML Engineer\nLocation: 12 High Street, Bath', '12 High Street, Bath'],
    ['Base: £40,000 to £50,000\nLocation: Derby', 'Derby'],
    ['ML Engineer\nWork location: Remote - US East | $200k', 'US East'],
  ] as [string, string | undefined][])('%j', (text, expected) => {
    expect(findLocation(text)?.place).toBe(expected);
  });
});
