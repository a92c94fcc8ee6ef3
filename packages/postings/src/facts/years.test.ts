import { describe, expect, it } from 'vitest';
import { findYears } from './index.ts';

const lows = (text: string) =>
  findYears(`Engineer at Fernhill\n\n${text}`)
    .map(({ low, high }) => (high === undefined ? `${low}` : `${low}-${high}`))
    .join(' ');

describe('years in sentences', () => {
  it.each([
    ['The right person has 8+ years in data engineering, at least 4 years of it with Azure.', '8 4'],
    ['You have 10 years of experience, minimum 3 years of that in banking', '10 3'],
    ['equivalent experience/combined education, with 12 years of work; 8 years of work with a Master', '12 8'],
    ['We bring a combined 40 years of experience.', ''],
    ['Six or more years after the PhD or in industry, some of them close to trials', '6'],
    ['We keep data for at least 7 years.', ''],
    ['- Three to six years of computer vision in the real world', '3-6'],
    ['* 2 years of night shifts, on-call or anything like it', '2'],
    ['- 20 years of history in the region', ''],
    ['- 5+ years in data science, of which 2 in retail', '5 2'],
    ['- 7 years in analytics, of which at least 3 in retail', '7 3'],
    ["- 6 years' experience, including 2 with Kafka", '6 2'],
    ['- Nine years of engineering, three or more of them with search', '9 3'],
    ['We ask for three to five years in data or search engineering.', '3-5'],
    ["We'd like to see five years in statistics.", '5'],
    ['We hope for two to three years in a similar post.', '2-3'],
    ['We have worked on maps for 12 years or longer.', ''],
    ['- have worked as a statistician for five years or longer', '5'],
    ['- have written Rust for three years or more', '3'],
    ['Our founders have built ships for 10 years or more.', ''],
    ['The law requires a ten year background check.', ''],
    ['A five-year employment history is verified.', ''],
    ['studies of at least four years with a diploma, and at least 6 years of professional experience', '6'],
    ['A degree of at least three years, then five years in a data team', '5'],
    ["2 to 4 years' worth of Python", '2-4'],
  ])('%j', (text, expected) => {
    expect(lows(text)).toBe(expected);
  });
});

describe('years of experience in all orders', () => {
  it.each([
    ['five years or more in analytics', [[5, null]]],
    ['No fewer than 3 yrs of SQL', [[3, null]]],
    ['You bring no less than four years of Java.', [[4, null]]],
    ['3+ yrs as a data engineer', [[3, null]]],
    ['A decade of experience in statistics', [[10, null]]],
    ['You have spent a decade or more in risk modelling.', [[10, null]]],
    ['two to four years in a similar job', [[2, 4]]],
    [
      'At least six years, two of them in banking',
      [
        [6, null],
        [2, null],
      ],
    ],
    [
      '10 years of engineering, at least 4 in machine learning',
      [
        [10, null],
        [4, null],
      ],
    ],
    [
      '7+ years of experience, 3 of which leading people',
      [
        [7, null],
        [3, null],
      ],
    ],
    ['several years of experience', []],
    ['Experience: 5-8 yrs', [[5, 8]]],
    ['Years of experience: 4+', [[4, null]]],
    ['Minimum years of experience: 2', [[2, null]]],
    ['Experience (years): 6', [[6, null]]],
    ['Data Engineer | 3-6 yrs | Pune', [[3, 6]]],
    [
      'Total exp: 8 yrs; relevant exp: 4 yrs',
      [
        [8, null],
        [4, null],
      ],
    ],
    ['We need someone with four-plus years of Python.', [[4, null]]],
    ['three years plus of back-end work', [[3, null]]],
    ['You have run pipelines in production for 4+ years.', [[4, null]]],
    ['You have worked with data for at least three years.', [[3, null]]],
    ['1 year or more working with customers', [[1, null]]],
    ['Minimum 2 years post-PhD research', [[2, null]]],
    ['3 years experience post qualification', [[3, null]]],
    ['between three and five years in a data team', [[3, 5]]],
    ['Five to seven (5-7) years of professional experience', [[5, 7]]],
    [
      '12 years of experience with a Bachelor; 10 years with a Master; 7 years with a PhD',
      [
        [12, null],
        [10, null],
        [7, null],
      ],
    ],
    [
      '5+ years Python / 2+ years AWS',
      [
        [5, null],
        [2, null],
      ],
    ],
    ['What you bring4+ years of SQLExperience with dbt', [[4, null]]],
    ['≥ 3 years of hands-on work', [[3, null]]],
    ['4. Six years of Fortran in a laboratory', [[6, null]]],
    ['c) Four years of night shifts', [[4, null]]],
    [
      'b) 6 to 9 years, out of which 3 in a refinery',
      [
        [6, 9],
        [3, null],
      ],
    ],
    [
      '- 9+ years in hydrology, 4+ as a lead',
      [
        [9, null],
        [4, null],
      ],
    ],
    [
      '8+ years in shipping, and 3+ in a port',
      [
        [8, null],
        [3, null],
      ],
    ],
    ['- four or more years of backend work\n- Rust or Go, at least one of them in depth', [[4, null]]],
    ['My partner Ines spent nine years building bridges.', []],
    ['She has spent ten years in shipping.', []],
    ['Both founders spent seven years running ports.', []],
    ['You have spent four years building pipelines.', [[4, null]]],
    ['Ideally somebody who has spent five years building pipelines', [[5, null]]],
    ["SQL, well. Two years of mending other people's pipelines.", [[2, null]]],
    ['Two years of funding are safe.', []],
    ['For this level we look for six years of experience.', [[6, null]]],
    ['What you needThree or more years of work with Rust', [[3, null]]],
    ['What you bringFive years of experience in sales', [[5, null]]],
    ['You have done that for **four years** or more.', [[4, null]]],
    ['**Five years** of experience with C', [[5, null]]],
    ['__3+ years__ in logistics', [[3, null]]],
    ['More than 6 years of experience in IT', [[6, null]]],
    ['You must have lived in the UK for at least five years.', []],
    ['Candidates must be at least 18 years old.', []],
    ['Shares vest over 4 years with a one year cliff.', []],
    ['A 2-year fixed-term contract with an option of a third year.', []],
    ['Five years ago we were three people.', []],
    ['We have served hospitals for 20+ years.', []],
    ['Our 15+ years of experience make us a leader.', []],
    ['With 30 years of history, Acme is a household name.', []],
    ['You will spend two years with us and six months abroad.', []],
    ['The PhD position runs for 4 years.', []],
    ['After 5 years of service you get a sabbatical of a month.', []],
    ['Employees get 25 days of leave, rising to 30 after five years.', []],
    ['Our model holds 12 years of data from 40 rivers.', []],
    ['A plan of $3 billion over five years, working with towns.', []],
    ['Funding is for three years in the first place.', []],
    ['In the first two years you will rotate through teams.', []],
    ['Growing 40% a year for five years', []],
    ['Must hold a licence for 3 years.', []],
    ['4 years of university study or a degree', []],
    ['The last 3 years of address history are checked.', []],
    ['Our founders have worked together for 12 years.', []],
    ['The company has over 100 years of experience in steel.', []],
    ['One year later, the team had doubled.', []],
    ['You stay with us for at least two years.', []],
    ['Experience of 3-5 years is preferred.', [[3, 5]]],
  ] as [string, [number, number | null][]][])('%s', (text, years) => {
    expect(findYears(text).map(({ low, high }) => [low, high ?? null])).toEqual(years);
  });
});
