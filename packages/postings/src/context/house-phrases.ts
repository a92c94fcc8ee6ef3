import { CUE } from './cue-meanings.ts';

const { boilerplate, company, firms, budget, benefit, market, among, product, career } = CUE;

/** Words about the company, its people, partners, money and past: rows as of `CUE_PHRASES`. */
export const HOUSE_PHRASES: readonly (readonly [meaning: number, phrases: string])[] = [
  [
    boilerplate,
    'partner, partners, partnership, partnerships, partner network, partner of the year, marketplace, investor, investors, ' +
      'invested in us, investment from, funding, funded by, ' +
      'used by, relied on by, award, awards, award winning, awarded, gartner, magic quadrant, ' +
      'competency partner, reseller, resellers, alumni, acquired, recognised by, recognized by, featured in, ' +
      'listed on, available on, available in the, our customers are, our clients are, conference, sponsor, sponsors, sponsored by, ' +
      'ex google, ex amazon, formerly of, former, veterans of, people who built, the team behind, creators of, inventors of, ' +
      'the company behind, valued at, our partners, in partnership with, partnered with, alliance, alliances, consulting partner, ' +
      'advanced partner, premier partner, premier tier, tier services partner, gold partner, solutions partner, technology partner, ' +
      'compete with, competitors, competes with, alternative to, named a leader, cool vendor, accelerator, startup program, ' +
      'helped to build, helped build, earlier built, whom built, worked on the early, of whom worked, who built parts of, used to work at, built the first version of, built the first, one of our customers, one of our clients, biggest customer, largest customer, oldest customer, biggest client, largest client, oldest client, biggest partner, early customer of, customer of, customers of, among its customers, among their customers, among its clients, among their clients, she worked at, he worked at, who worked at, CTO came from, CEO came from, founder came from, founders came from, team came from, people came from, she came from, he came from, they came from, joined us from, hails from, hail from, years at AWS, years at Amazon, years at Google, years at Microsoft, years at Azure, stint at, our customers run, our customers use, our clients run, our clients use, previously worked at, a customer of ours, is our customer, are our customers, ' +
      'rising star, of the year, customer story, case study, summit, hackathon, named one of, ranked one of, ranked among, ranked first, ranked number, ranked no, ranked as, ranked in the top, ranked in the world, was ranked, been ranked, innovation award, integrates natively, whose customers, investments from, portfolio includes, we sell, sells, distributor, was named, was bought by, spun out of, keynote, can be bought, can be purchased, can be ordered, bought through, purchased through',
  ],
  [
    boilerplate | company,
    'natively on, run natively on, runs natively on, integrates with, integrate with, connectors for, connectors to, works with your, sits on top of your, plugs into, deploys into your',
  ],
  [
    boilerplate | firms,
    'among our customers, among our clients, among our corporate customers, among our corporate clients, among our largest customers, among our largest clients, among our biggest customers, among our biggest clients, among our enterprise customers, among our enterprise clients, among our investors, among our backers, angels from, angel investors from, backers from, advisors from, advisers from, customers include, clients include, customers such as, customers like, clients such as, clients like, other clients include, our clients include, ' +
      'competitors include, competitors such as, partners include, partners such as, investors include, investors such as, brands such as, companies like, companies such as, brands like, trusted by, alumni of, engineers from, people from, founders from, founders come from, team comes from, people come from, team come from, previously at, came to us from, founded by, backed by, veterans of, acquired by, offices of, colleagues from, clients are, client list, customer list',
  ],
  [
    budget | benefit,
    'training budget, learning budget, education budget, certification budget, conference budget, development budget, learning allowance, training allowance, learning stipend, training stipend, study budget, budget for courses, budget for training, exam fees',
  ],
  [market, 'marketplaces'],
  [boilerplate | market, 'marketplaces of, the marketplaces of'],
  [among, 'among them, among others, included, to name one, to name a few, to name two'],
  [
    product,
    'is sold, are sold, and sold, sold through, sold via, sold to, sold as, is licensed to, are licensed to, is resold, are resold, is offered to customers, is available to customers',
  ],
  [
    company,
    "founded in, was founded, since its founding, we are a, we're a, we are an, we're an, we are the, we're the, is a leading, is the leading, " +
      'leading provider, a leader in, leader in, leaders in, market leader, our mission, headquartered, fortune 500, fortune 100, series a, series b, ' +
      "series c, series d, global leader, our company, company that, startup that, start up that, employees, world's leading, " +
      "world's largest, is on a mission, on a mission, our vision, our story, we believe, our purpose, helps companies, helps businesses, " +
      'helps customers, help companies, help businesses, helps organizations, helps enterprises, enables companies, enables organizations, enables businesses, is the platform, our product, our products, ' +
      'is a company, is a technology company, is a global, is an independent, is a fast growing, is a startup, is a start up, is building, we build, we make, we provide, we help, we create, we offer, provides, ' +
      'serving customers, serving clients, serving over, serving more than, serving millions, serving some, revolutionizing, transforming the way, pioneer, pioneering, pioneers, is a consultancy, consultancy, is a provider, is a software, is a family, privately held, publicly traded, ' +
      'was established, established in, offices in, people across, specialises in, specializes in, is one of the, with customers in, venture backed, is redefining, is reinventing',
  ],
  [
    boilerplate,
    'a grant from, a grant of, a grant by, grants from, grant programme of, grant program of, credits from, free credits, donated by, a donation from, a donation by, a donation of, a gift from, a cohort of, won a prize, a prize from, a prize by, a trophy, a medal, second place, third place, runner up, finalist, finalists, innovator of, who once built, who had once built, who had built, who first built, who originally built, the people behind, the engineers behind, the minds behind, ' +
      'hosted our first, ran our first, powered our first, carried our first, served our first, housed our first, gave us our first, hosted our very first, powered our very first, ran our very first, hosted our website, veterans started, veterans founded, veterans set up, veterans run, ' +
      'our rival, our rivals, largest rival, biggest rival, rival of ours, rivals of ours, our neighbour, our neighbours, our neighbor, our neighbors, a neighbour of ours, across the street from, next door to, share a building with, share an office with, shares a building with, cheaper than, faster than, bigger than, smaller than, accepted into, admitted to, we were chosen for, we were selected for, scholarships from, our scholarships, gave money, gives money, blog post about us, wrote a blog, gave a talk, gives talks, spoke at, speaks at, talk at, ' +
      'uses our, uses us, trusts us, trust us, chose us, named us, picked us, honoured us, honored us, recognised us, recognized us, featured us, wrote about us, post about us, article about us, lists us, counts us among, supports us, sponsors us, resells, our biggest shareholder, our largest shareholder, our shareholders are, our shareholders include, among our shareholders, our first customer, first customer was, our first client, our competitor, a competitor of ours, advisory board, sold their last company, sold his last company, sold her last company, sold our last company, subsidiary of, sister company of, taken over by, merged with',
  ],
  [
    boilerplate | firms,
    'previously of, previously with, formerly at, formerly with, late of, once of, earlier at, earlier with, before that at, before that with, most recently at',
  ],
  [
    market,
    'on ramps, on ramp, onramps, interconnects, cross connects, direct connections, points of presence, programme of, programmes of, program of, programs of, startup programme, startups programme, startups program, start up programme, start up program, nonprofit programme, nonprofit program, nonprofits programme, nonprofits program, charity programme, charity program, for startups programme, for startups program',
  ],
  [
    career,
    'came from, came out of, came over from, came here from, come from, come out of, come over from, comes from, comes out of, coming from, coming out of, joined from, joined after, moved over from, moved here from, arrived from, hired from, recruited from, poached from, lured away from, them out of, us out of, roots in, left, quit, ex, ' +
      'spent, once a, once an, formerly a, formerly an, brought, ran, led, headed, worked for, worked inside, work for, looked after, years inside, decade inside, career inside',
  ],
];
