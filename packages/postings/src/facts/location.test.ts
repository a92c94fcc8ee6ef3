import { describe, expect, it } from 'vitest';
import { findLocation } from './index.ts';

describe('places in other words', () => {
  it.each([
    ['Data Scientist\nLocation: 2 vacancies in Boise, ID', 'Boise, ID'],
    ['Data Scientist\nLocation: one position in Ghent', 'Ghent'],
    ['Data Scientist\nLocation: Cardiff, 2 days a week on site', 'Cardiff'],
    ['Data Scientist\nLocation: 12 High Street, Bath', '12 High Street, Bath'],
    ['Data Scientist\nBased in: Frome', 'Frome'],
    ['Data EngineerLocation: Tulsa, OK (Hybrid)Type: Full-timeWe make maps.', 'Tulsa, OK'],
    ['Data EngineerLocation: Porto, PortugalType: Full-timeWe make maps.', 'Porto, Portugal'],
    ["Data Scientist\n\nYou'd join us in our Gothenburg lab.", 'Gothenburg'],
    ['Data Scientist\n\nOur headquarters are in Berlin; this job is in Poznań.', 'Poznań'],
    ["Data Scientist\n\nWhere you'll be: Malmö, three days a week", 'Malmö'],
    ['Data Scientist\nLocation: Fully remote within the EU', undefined],
    ['Data Scientist\n📍 Bodø, Norway, in our office by the sea (on-site)', 'Bodø, Norway'],
    ['Data Scientist\nTucson, AZ 85701\nWork Location: In person', 'Tucson, AZ 85701'],
    ['Data Scientist\nHarbour Trust\nBristol BS1 5TR\n£30,000', 'Bristol BS1 5TR'],
    ['Data Scientist\nKraków B2B\nhybrid', 'Kraków'],
    ['Data Scientist\n\nWe are five people in a mill in Utrecht and like it.', 'Utrecht'],
    ['Data Scientist\nBanque Alpine S.A., Luxembourg', 'Luxembourg'],
    ['Data Scientist\nHarbour Systems GmbH, Austria', 'Austria'],
    ['Staff Platform Engineer, Singapore', 'Singapore'],
    ['Data Scientist\nDieppe (New Brunswick)', 'Dieppe (New Brunswick)'],
    ['Data Scientist\nRemote (Texas)', 'Texas'],
    ['ml engineer\nportland, or / remote', 'portland, or'],
    ['Data Scientist\n\nIn our stores unit in Linz you look after the figures.', 'Linz'],
    ['Data Scientist\n\nIt is used by 9,000 nurses in Poland, Czechia and Germany.', undefined],
    ['Data Scientist\n\nHybrid, with one day a week in Hexham.', 'Hexham'],
    ['Data Scientist\n\nThe job is based in Frome, and you may cycle.', 'Frome'],
    ['Data Scientist\n\nThe company is based in Frome.', undefined],
    ['Data Scientist\n\nWorking pattern: Kendal office Tuesday and Friday.', 'Kendal'],
  ] as [string, string | undefined][])('%j', (text, expected) => {
    expect(findLocation(text)?.place).toBe(expected);
  });
});

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
    ["ML Engineer\n\nMills in Peru and Chile use it. We're in Braga, above a bakery.", 'Braga'],
    ["ML Engineer\n\nYou'd be in Lyon, with four of us.", 'Lyon'],
    ['ML Engineer\n\nCome and join us in Tampere.', 'Tampere'],
    ['ML Engineer\n\nOur workshop is in Linz, behind the station.', 'Linz'],
    ["ML Engineer\n\nWe're used by shops in Lyon.", undefined],
    ["ML Engineer\n\nYou'd be showing it to customers in Lyon.", undefined],
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
