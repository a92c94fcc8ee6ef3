import { CUE } from './cue-meanings.ts';

export { CUE } from './cue-meanings.ts';
export { GLUE_WORDS } from './glue-words.ts';

const { preferredBack, preferredOn, requiredOn, requiredBack, stack, boilerplate, company, degree, field } = CUE;
const {
  apply,
  legal,
  benefit,
  person,
  alternativeOn,
  alternativeBack,
  denied,
  firms,
  loose,
  deniedBack,
  product,
  among,
  soft,
  pronoun,
  equal,
  budget,
  market,
} = CUE;

/**
 * Words that say how a posting means the names around them. A phrase may say several things; the longest phrase at a
 * place counts, so "customer experience" is no experience asked for. Blank and hyphen are the same, case is not seen.
 *
 * Each row has the meaning (0: none, it only keeps shorter phrases from counting) and the phrases, parted by commas.
 */
export const CUE_PHRASES: readonly (readonly [meaning: number, phrases: string])[] = [
  [
    preferredBack,
    'a plus, a big plus, a huge plus, a strong plus, a definite plus, a major plus, an added plus, as a plus, is plus, ' +
      'plus point, plus points, nice to haves, a bonus, bonus points, an added bonus, as a bonus, ' +
      'preferred, is preferred, highly preferred, strongly preferred, desired, highly desired, desirable, ' +
      'highly desirable, an advantage, advantage, advantageous, added advantage, an asset, beneficial, is beneficial, ' +
      'would be great, would be nice, would be helpful, is helpful, helpful, are welcome, is welcome, not required, ' +
      'not essential, not mandatory, not necessary, optional, is optional, would be useful, is useful, are useful, ' +
      'a benefit, icing on the cake, brownie points, a nice extra, appreciated, a differentiator, but not required, ' +
      'good to have skill, would be ideal, is ideal, would be amazing, is valued, highly valued, valued, favourable, ' +
      'would be advantageous, would be beneficial, would be desirable, a strong advantage, a nice to have, ' +
      'given preference, get preference, be preferred, wins you points, gives you an edge, an edge, sets you apart, set you apart, stand out, makes you stand out, will stand out, ' +
      "isn't required, is not required, aren't required, are not required, isn't essential, is not essential, aren't essential, are not essential, isn't necessary, is not necessary, isn't mandatory, is not mandatory, isn't a must, is not a must, not strictly required, not strictly needed, not strictly necessary, not absolutely necessary, by no means a must, by no means required, no must, not demanded, not a condition, " +
      "doesn't hurt, does not hurt, won't hurt, wouldn't hurt, would not hurt, can't hurt, never hurts, makes us smile, makes us happy, not a must, not a requirement, not a prerequisite, not a dealbreaker, no dealbreaker, " +
      'is gold, a tie breaker, a differentiator, nice but, desirable but, useful but, if possible, where possible, would be a dream, a dream, so much the better, comes in handy, would come in handy, is handy, would help, will help you, ' +
      'can be learned, can be learnt, can learn on the job, can be taught, is appreciated, are appreciated, is nice, are nice, is nice to have, are nice to have, is good to have, is great to have, also welcome, an extra, a welcome extra, ' +
      'all the better, all the more welcome, would be lovely, is lovely, are lovely, would be handy, go amiss, goes amiss, come amiss, in your favour, in your favor, earns you extra credit, earns extra credit, ' +
      'a big help, a great help, a real help, of great help, would be a help, welcome surprise, nice surprise, pleasant surprise, save us some time, save us some explaining, save us some trouble, save you some time, saves us some time, saves you some time, save us time, saves us time, save you time, saves you time, spare us some, spare you some, ' +
      'going sooner, going faster, started sooner, started faster, productive sooner, productive faster, get you going, gets you going, get you started faster, life easier, lives easier, make things easier, makes things easier, first weeks easier, first months easier, start easier, a head start, up to speed sooner, up to speed faster, ' +
      'none of them a condition, none of them a must, none of them is a must, none of it is a must, none of which is a must, none of these is a must, none is a must, none of them required, none of them is required, none of these is required, none of it is required, none of it required, none of it is a condition, none of them is a condition, no condition, not a condition, no precondition, not a precondition, no prerequisite, not a deal breaker, no deal breaker, teach you that, teach you this, pick up here, picked up here, pick it up here, pick up on the job, picked up on the job, pick that up, learn it here, learned here, learnt here, ' +
      "it helps, though it helps, but it helps, that helps, round things off, rounds things off, round off your profile, rounds off your profile, have the edge, has the edge, get the edge, gets the edge, gives you the edge, at an advantage, a leg up, can be acquired, be acquired on the job, acquired on the job, is noticed, be noticed, do not insist on, don't insist on, catches our eye, catch our eye, wins us over, win us over, gets you noticed, get you noticed, is a boon, a boon, comes in useful, come in useful, come in handy, comes handy, make our day, makes our day, makes them smile, make them smile, would impress us, is a welcome, would be welcome, would be most welcome, would be very welcome, would be good, would be wonderful, would be fantastic, would be a treat",
  ],
  [
    preferredOn,
    'preferably, ideally, bonus if, bonus points for, bonus points if, bonus for, bonus, extra credit, ' +
      'extra points for, plus points for, plus if, extra points if, even better if, desirably, ' +
      "it helps if, we would love, we'd love it if, we'd love, good if you, not required but, " +
      'you may also have, you might also have, you might also, we prefer, we would prefer, we’d prefer, prefer candidates, prefer people, prefer someone, preference for, preference to, preference will be given to, preference is given to, preferred candidate, preferred candidates, ' +
      "we'd be thrilled if, thrilled if, delighted if, we'd be glad, we'd be happy if, desirable is, optionally, at best, with luck, in the best case, wish list, a wish, as a stretch, stretch, " +
      "we'd love to see, we would love to see, would love to see, if you happen to know, if you happen to have, if you also know, if you also have, if you also bring, it's fine if you haven't, it is fine if you haven't, fine if you haven't, fine if you have not, fine if you've never, no problem if you haven't, no drama if you haven't, don't worry if you haven't, doesn't matter if you haven't, doesn't matter if you've never, okay if you haven't, we'd smile at, we would smile at, smile if you, a nod to, happy to see, pleased to see, glad to see, delighted to see, " +
      "over the moon if, won't mind if, wouldn't mind if, we'd like it if, we would like it if, happy if you, pleased if you, glad if you, impressed if you, don't worry if, not to worry if, no need to worry if, it's fine if, it is fine if, it's okay if, no bad thing if, would be good if, would be great if, would be nice if, would be helpful if, would be lovely if, would be useful if, extra marks for, brownie points for, kudos for, extra credit for, " +
      'an advantage to have, an advantage to know, a plus to have, a plus to know, a bonus to have, a bonus to know, helpful to have, helpful to know, useful to have, useful to know, handy to have, handy to know, nice if, helpful if, useful if, handy if, a plus if, an advantage if, an asset if, the cherry on top would be, icing on the cake would be, a bonus would be, a plus would be, an advantage would be, a dream would be, nice would be, ' +
      "perhaps you have, maybe you have, perhaps you've, maybe you've, perhaps you already, maybe you already, you may already, you might already, especially like to hear, particularly like to hear, especially keen to hear, particularly keen to hear, particularly interested in people, particularly interested in candidates, especially interested in people, especially interested in candidates, especially welcome, particularly welcome",
  ],
  [
    preferredBack | preferredOn,
    "even better, it would help, it'd help, the cherry on top, the cherry on the cake, nice to have, good to have, nice if you have, great to have, would be nice to have",
  ],
  [
    preferredOn | requiredOn,
    'preferred experience, desired experience, preferred skills, desired skills, desirable skills',
  ],
  [
    preferredBack,
    'experience preferred, experience desired, experience a plus, experience is a plus, knowledge preferred',
  ],
  [
    preferredBack,
    'skills preferred, background preferred, exposure preferred, strongly desired, is desired, are desired',
  ],
  [
    requiredOn,
    'specialized experience, years, yrs, yoe, demonstrated, proven, experience, experienced in, experience in, experience with, experience using, proficiency, proficient, ' +
      'proficient in, proficiency in, knowledge, knowledge of, knowledgeable, familiarity, familiar, familiar with, ' +
      'expertise, expert in, expert level, skill, skills, understanding, understanding of, background in, ' +
      'background, hands on, fluent, fluency, command of, competency, competent, competence, track record, ' +
      'mastery, mastery of, comfortable, comfortable with, exposure, exposure to, working knowledge, ' +
      'deep understanding, adept, versed in, well versed, solid grasp, grasp, must have, must know, ' +
      'required skills, mandatory skills, essential skills, key skills, ' +
      'mandatory skill, essential skill, qualifications, you have, you bring, ' +
      'literacy, coursework, coursework in, prior work, certified in, programming in, ' +
      'coding in, comprehension of, fundamentals, practical use of, confident with, confident in, ' +
      'at home in, at home on, at home with, at ease with, know your way around, you are fluent, a good grip, good grip on, worked with, ' +
      "have worked with, have worked in, should have worked, should have, worked in, have built, have used, you've used, you have used, you've worked with, you've built, prerequisite, " +
      'no stranger to, want you to know, like you to know, need you to know, expect you to know, want you to have, expect you to have, candidates without, applicants without, people without, those without, look at people with, look at candidates with, consider people with, consider candidates with, do this job without, do the job without, a year or, year of, a year of, a year in, a year on, a year with, one year in, one year with, compromise on, do without, cannot do without, can not do without, we ask for, we are asking for, we expect, they expect, they ask for, the client expects, who knows, who know, spent time with, spent time in, spent time on, spent years, your hands dirty with, cut your teeth on, people who have, someone who has, somebody who has',
  ],
  [
    requiredOn | loose,
    'experienced, expert, experts, skilled, strong, require, requires, requiring, we need, need, needs, needed, must, capable of, abilities, foundation in, you know, we require, ability to, able to, we want, we seek, you’ve, you understand, find your way around, find your way round, find your way through, find your way in, your way around, your way round, you speak, you master, you live in, you breathe',
  ],
  [
    requiredBack,
    'required, is required, are required, is a must, are a must, a must, is mandatory, are mandatory, is essential, ' +
      'are essential, is needed, are needed, is necessary, necessary, must haves, is a requirement, is expected, ' +
      'are expected, is non negotiable, non negotiable, is critical, is key, compulsory, second nature, no secrets, no mystery, no mysteries, under your belt, in anger, in earnest, inside out, without which, we insist, is what we need, is indispensable, are indispensable, indispensable, is a given, are a given, is vital, is crucial',
  ],
  [requiredOn | requiredBack, 'insist on, insists on'],
  [
    stack,
    'our stack, we build on, we build everything on, we host on, ends up on, ends up in, end up on, end up in, tech stack, technology stack, the stack, data stack, ml stack, our tech, we use, we run, we run on, ' +
      'we work with, we rely on, we build with, runs on, running on, runs in, built on, build on, built with, build with, hosted on, ' +
      "hosted in, deployed on, deployed to, deployed in, our platform, our infrastructure, our environment, lives in, lives on, live in, live on, everything runs, everything lives, sits on, sits in, go through, training on, serving on, in production on, orchestrated by, we're on, we are on, moving to, moves to, migrating to, migrating from, our tools, " +
      'our toolchain, our toolset, our pipelines, our models, our data platform, our services, powered by, tools we use, technologies we use, ' +
      "they run, they run on, they use, they work with, they rely on, they build on, they host, they're on, they are on, they're all on, they are all on, we're all on, we are all on, their stack, their platform, their infrastructure, their systems, " +
      'the team uses, the team runs, the team works with, client uses, client runs, client works with, host everything on, hosts everything on, run everything on, runs everything on, run everything in, runs everything in, keep everything on, keeps everything on, ' +
      'environment, tooling, toolset, our systems run, our data lives, our data, our day to day tools, on top of',
  ],
  [
    person,
    "you, your, you will, you'll, you are, you're, you would, looking for, seeking, we seek, candidate, candidates, the role, " +
      'this role, this position, the position, responsible for, responsibilities, will be responsible, the successful candidate, ' +
      "is hiring, we are hiring, we're hiring, hiring, searching for, in search of, the ideal candidate, the incumbent, " +
      'incumbent, join us as, join our team, job description, who can, needs a, is recruiting, recruiting, duties, in this job',
  ],
  [person | stack, "you will work with, you'll work with, you will use, you'll use, you will build, you'll build"],
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
    'among our customers, among our clients, among our investors, among our backers, customers include, clients include, customers such as, customers like, clients such as, clients like, other clients include, our clients include, ' +
      'competitors include, competitors such as, partners include, partners such as, investors include, investors such as, brands such as, companies like, companies such as, brands like, trusted by, alumni of, engineers from, people from, founders from, founders come from, team comes from, people come from, team come from, previously at, came to us from, founded by, backed by, veterans of, acquired by, offices of, colleagues from, clients are, client list, customer list',
  ],
  [
    denied,
    'no need for, no need to know, no longer use, we removed, moved away from, moved off, instead of, rather than, we dropped, make you use, no knowledge of, ' +
      "not to be confused, nothing to do with, we got rid of, got rid of, we are not, we're not, not related to, not affiliated with, not connected with, unrelated to, will not need, won't need, you will not need, you won't need, you will not be using, you won't be using, won't be using, will not be using, need not know, needn't know, don't have to know, do not have to know, we have no, used to be on, used to run on, used to live on, used to live in, we left, we have left, said goodbye to",
  ],
  [
    denied | deniedBack,
    "not needed, isn't needed, aren't needed, you do not need, you don't need, don't need, do not need, we do not use, we don't use, do not use, don't use, never use, never used, is not what we, not looking for, not interested in, " +
      'will not be considered, will be held for or against',
  ],
  [
    deniedBack,
    'no longer used, switched it off, switched off, removed it, has been banned, have been banned, was banned, is banned, are banned, banned, ' +
      'has been abandoned, was abandoned, has been retired, have been retired, was retired, is retired, phased out, was dropped, has been dropped, has been replaced, has been removed, was thrown out, has gone, off limits, is forbidden, are forbidden, have left it',
  ],
  [
    soft,
    "closer look, look twice, tell us, let us know, mention it, say so, hear about it, hear about that, hear more, if not, if you haven't, if you have not, if you don't, haven't yet, learn it, learn that, that's fine, perfectly fine, also fine, no drama, no worries, not to worry, don't worry, " +
      "hold it against, hold that against, won't filter, will not filter, don't filter, do not filter, listened to, great attention, all ears, fine if, fine too, okay if, ok if, not the end of the world, helps, nobody minds, no harm",
  ],
  [
    pronoun,
    "you've used it, you have used it, have used it, you've worked with it, have worked with it, you have worked with it, you know it, you know them, you've used them, you have used them, have used them, " +
      'used it, seen it, know it, knew it, knew them, knew that one, knowing it, met it, touched it, tried it, worked there, worked with it, worked on it, worked in it, been there, used them, know them, seen them, experience with it, experience of it, experience in it, ' +
      'experience with that, experience there, familiar with it, know that one, used that, seen that, come across it, handled it, heard of it, run it, built on it, know this, used this, deployed to it, at home there, used that one, met them, used either, seen either, know either, know your way around it, know your way around there',
  ],
  [
    equal,
    "just as good, just as well, just as welcome, just as fine, equally good, equally welcome, equally fine, equally valid, as good a, as good an, as welcome, would do just as well, would do as well, would do too, would also do, would do nicely, will do just as well, will do as well, will do too, will do nicely, counts as well, counts too, counts just as much, counts the same, counts equally, count as well, count too, that's fine, is fine too, is also fine, are also fine, are fine too, would be fine, would also be fine, is just fine, are just fine, is perfectly fine, fine with us, is okay, is ok, works too, works as well, also works, is accepted, are accepted, one is enough, one is plenty, one is fine, one of them is enough, one will do, any one will do, any will do, any of them will do, either will do, either is fine, whichever you know, whichever you prefer, whichever it is, doesn't matter which, no matter which, don't mind which, do not mind which, catch up within, catch up quickly, catch up fast, catch up in, switch quickly, switch within, switch over quickly, make the switch, transfers well, translates well, carries over",
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
    degree,
    "degree, degrees, bachelor, bachelors, bachelor's, bachelor’s, bachelor degree, bachelor's degree, master's, master’s, masters degree, " +
      'masters in, master degree, master in, master of science, bachelor of science, phd, ph.d, ph.d., doctorate, b.s, b.s., m.s, m.s., ' +
      'bs in, ms in, ba in, ma in, bsc, msc, b.sc, m.sc, btech, b.tech, mtech, m.tech, b.e., diploma, graduate degree, ' +
      'advanced degree, majoring, major in, majors in, studying, doctoral, graduates in, graduate in, qualification in, bs/ms, ba/bs, bs/ba, ' +
      'be/btech, mca, bca, undergraduate, studies in, student of, students of, student in, a student in, enrolled in, graduated in, university education in, dual degree, academic background in, specialisation in, specialization in, specialising in, specializing in, concentration in, licentiate, honours, hons, post secondary, tertiary, numerate subject',
  ],
  [
    field,
    'related field, related fields, related discipline, related disciplines, relevant field, relevant discipline, similar field, ' +
      'similar discipline, quantitative field, quantitative discipline, technical field, technical discipline, equivalent field, ' +
      'related area, related technical field, related quantitative field, stem field, scientific field, related subject, or related, or similar subject, ' +
      'or equivalent degree, related degree, relevant degree, numerate discipline, numerate subject, other quantitative field, engineering field, related technical discipline, ' +
      'scientific discipline, analytical field, closely related field, adjacent field, related study, related major, related course of study, field of study',
  ],
  [
    apply,
    'to apply, apply now, apply via, apply by, apply at, apply online, apply through, apply here, how to apply, your application, application process, ' +
      'cover letter, send your, send us your, send your cv, submit your, submit a, your resume, your cv, link to your, links to your, ' +
      'your github, your portfolio, github profile, github link, github account, github repo, github handle, interview process, hiring process, selection process, ' +
      'linkedin profile, your linkedin, a link to, coding test, code sample, code samples, take home test, take home assignment, take home exercise, take home task, take home challenge, take home project, take home case, application form, apply with, email your, upload your, include your, attach your, attach, shortlisted, ' +
      'screening call, recruiter will, telephone interview, phone screen, on our careers page, use of ai in interviews, during the interview',
  ],
  [
    legal,
    'equal opportunity, equal employment, equal opportunities, without regard to, regardless of race, regardless of, reasonable accommodation, reasonable accommodations, reasonable adjustments, ' +
      'disability, disabilities, e verify, background check, background checks, privacy notice, privacy policy, protected veteran, ' +
      'veteran status, export control, sexual orientation, affirmative action, drug free, at will, terms of use, gdpr notice, personal data we collect, ' +
      'fair chance, pay transparency, discriminate, discrimination, work authorization, automated employment decision, automated decision tool, automated decision tools, automated tools to screen, trademark, trademarks, registered trademark, all rights reserved',
  ],
  [
    benefit,
    '401(k), 401k, paid time off, pto, health insurance, medical insurance, dental, stipend, tuition, ' +
      'reimbursement, reimburse, reimbursed, we pay for, pays for, perks, vacation, parental leave, wellness, gym, free lunch, free snacks, ' +
      'snacks, life insurance, pension, paid holidays, annual leave, days of holiday, days holiday, employee assistance, retirement, budget for, ' +
      'sponsored certification, sponsored certifications, we sponsor, paid certifications, certification bonus, free access to, cycle to work, ' +
      'employee discount, discounts, private healthcare, season ticket, we cover, covers the cost, we offer you, subscription, subscriptions, paid training, company laptop, home office, meal vouchers, budget to, allowance, access to training, learning platform, study leave, paid for',
  ],
  [
    alternativeOn,
    'such as, e.g, e.g., for example, for instance, one of, one or more of, one or more, at least one, at least one of, any of, either, ' +
      "one of the following, or more of the following, like, any one of, two or more of, some of, several of, at least two of, any major cloud, a major cloud, any cloud, one major cloud, one cloud, a public cloud, a cloud platform, a cloud provider, any public cloud, one public cloud, at least one cloud, one of the major, one of the big three, one hyperscaler, a hyperscaler, any hyperscaler, including but not limited to, some cloud or other, one cloud or another, some cloud, some public cloud, which cloud, whichever cloud, no matter which cloud, doesn't matter which cloud",
  ],
  [
    alternativeBack,
    'or similar, or equivalent, or equivalents, or other, or another, or comparable, or any other, or any, or alternative, or alternatives, or related cloud, or a similar, ' +
      'or an equivalent, or a comparable, or the like, or something similar, or something comparable, or something like it, or something else, or whatever, or its equivalent, or a different one, or one of its rivals, or some other, or a rival, or the equivalent, and/or other, or their equivalent, or on prem, or on premise, or on premises, or private cloud, or whichever, or any similar, or with another, or in another, or on another, or with other, or with a comparable, or with a similar, or in a comparable, or in a similar, or with any other, or with something similar, or one like it, or one of the others, or the other, or their, or your cloud of choice, or what you know, or anything like it, or anything similar, or other cloud, or such, or so, or a different cloud, or an alternative, or failing that, or else, or its cousins, or a cousin, or its siblings, or its peers, or its counterpart, or its counterparts, or its rivals, or its competitors, or one of its, or any of its, or something in that line, or something of the sort, or something of that sort, or something of that kind, or something along those lines, or what have you',
  ],
  [
    0,
    "not fussy about, we are not fussy about, we're not fussy about, not picky about, we're not picky about, we are not picky about, not religious about, we're not religious about, we are not religious about, not dogmatic about, we're not dogmatic about, we are not dogmatic about, over the years, over the last years, through the years, an edge device, an edge case, an edge location, an edge network, we expect to, they expect to, you may have noticed, you may have seen, you may have heard, you might have noticed, you might have seen, you might have heard, " +
      'for the former, in the former, of the former, by the former, with the former, to the former, the former is, the former being, the former and, ' +
      'on your cv, on your resume, in your cv, in your resume, on a cv, nobody needs, no one needs, needs to know why, have no preference, have no problem, we have no preference, we have no problem, ' +
      'customer experience, user experience, developer experience, candidate experience, employee experience, ' +
      'experience design, customer experiences, experiences, patient experience, guest experience, shopping experience, ' +
      'player experience, digital experience, digital experiences, experience platform, learning experience, gaming experience, great experience, best experience, experience team, ' +
      'strong team, strong culture, strong growth, strong partner, strong foundation, it needs, it just needs, it only needs, that needs, which needs, they need, users need, customers need, teams need, customer needs, business needs, client needs, user needs, needs of, our needs, their needs, mission needs, stakeholder needs, ' +
      'business partner, business partners, partner with, partner teams, partner closely, partner across, partners with, partnering with, partnering, internal partners, strategic partner, partner team, external partners, partner engineering, business stakeholders and partners, delivery partner, cross functional partners, product partners, stakeholders and partners, clinical partners, engineering partners, industry partners, research partners, partners and stakeholders, partners and customers, partners in, data partners, acquired through, skills acquired, ' +
      'funding allocation, like to, would like, you like, feel like, we like, looks like, look like, likes, like you, like minded, ' +
      'plus years, early years, recent years, in years, for years, years ago, of the years, plus hours, academic journals, preferred name, preferred pronouns, preferred location, graduate student, advantage of, take advantage, taking advantage, competitive advantage, unfair advantage, ' +
      'desired outcomes, desired state, desired results, required by law, must be authorized, degree of, high degree, degrees of, bonus plan, annual bonus, performance bonus, sign on bonus, bonus scheme, bonus eligible, discretionary bonus, optional remote, work environment, fast paced environment, master data, master data management, scrum master, ' +
      'former employer, apply machine learning, valued member, valued customers, welcome to, and benefits, benefits of, marketplace team, our marketplace, marketplace platform, online marketplace, online marketplaces, two sided marketplaces, award amount, ' +
      'knowledge sharing, share knowledge, knowledge base, knowledge bases, knowledge graph, knowledge graphs, knowledge transfer, knowledge management, strong communication',
  ],
];
