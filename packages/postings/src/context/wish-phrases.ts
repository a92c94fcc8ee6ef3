import { CUE } from './cue-meanings.ts';

const { preferredBack, preferredOn, requiredOn, soft, pronoun, equal, help, leaning } = CUE;

/** Words of a wish and of what will do as well: rows as of `CUE_PHRASES`. */
export const WISH_PHRASES: readonly (readonly [meaning: number, phrases: string])[] = [
  [
    preferredBack,
    'a plus, a big plus, a huge plus, a strong plus, a definite plus, a major plus, an added plus, as a plus, is plus, ' +
      'plus point, plus points, nice to haves, a bonus, bonus points, an added bonus, as a bonus, ' +
      'desired, highly desired, desirable, ' +
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
      "round things off, rounds things off, round off your profile, rounds off your profile, have the edge, has the edge, get the edge, gets the edge, gives you the edge, at an advantage, a leg up, can be acquired, be acquired on the job, acquired on the job, is noticed, be noticed, do not insist on, don't insist on, catches our eye, catch our eye, wins us over, win us over, gets you noticed, get you noticed, is a boon, a boon, comes in useful, come in useful, come in handy, comes handy, make our day, makes our day, makes them smile, make them smile, would impress us, is a welcome, would be welcome, would be most welcome, would be very welcome, would be good, would be wonderful, would be fantastic, would be a treat",
  ],
  [
    preferredOn,
    'bonus if, bonus points for, bonus points if, bonus for, bonus, extra credit, ' +
      'extra points for, plus points for, plus if, extra points if, even better if, desirably, ' +
      "it helps if, we would love, we'd love it if, we'd love, good if you, not required but, " +
      'you may also have, you might also have, you might also, prefer candidates, prefer people, prefer someone, preference to, preference will be given to, preference is given to, preferred candidate, preferred candidates, ' +
      "we'd be thrilled if, thrilled if, delighted if, we'd be glad, we'd be happy if, desirable is, optionally, with luck, in the best case, wish list, a wish, as a stretch, stretch, " +
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
  [preferredBack, 'experience desired, experience a plus, experience is a plus, knowledge preferred'],
  [
    preferredBack,
    'skills preferred, background preferred, exposure preferred, strongly desired, is desired, are desired',
  ],
  [
    soft,
    "closer look, look twice, tell us, let us know, mention it, say so, hear about it, hear about that, hear more, if not, if you haven't, if you have not, if you don't, haven't yet, learn it, learn that, that's fine, perfectly fine, also fine, no drama, no worries, not to worry, don't worry, " +
      "hold it against, hold that against, won't filter, will not filter, don't filter, do not filter, listened to, great attention, all ears, fine if, fine too, okay if, ok if, not the end of the world, nobody minds, no harm",
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
    preferredBack | leaning,
    'preferred, is preferred, highly preferred, strongly preferred, experience preferred, for preference, first choice, is our favourite, is our favorite',
  ],
  [
    preferredOn | leaning,
    "preferably, ideally, we prefer, we would prefer, we'd prefer, preference for, at best, best of all, above all others",
  ],
  [
    preferredOn,
    "ideal if, be ideal if, it'd be ideal if, be perfect if, be brilliant if, be excellent if, be fantastic if, be wonderful if, be amazing if, be awesome if, be terrific if, be handy if, be welcome if, be a bonus if, be a plus if, be an advantage if, be an asset if, be a help if, be a dream if, be a treat if, be neat if, be useful if, be best if, it helps to, it helps a little to, it helps a lot to, it also helps to, extra points, extra happy, you might know, you may know, you might have met, you may have met, won't say no to, wouldn't say no to, will not say no to, would not say no to",
  ],
  [
    preferredBack,
    'neither is expected, neither of them is expected, none is expected, neither is required, neither of them is required, neither is needed, neither of them is needed, neither is a must, neither of them is a must, neither is essential, neither of them is essential, neither is a condition, ' +
      'but not expected, is not expected, are not expected, not expected, goes a long way, go a long way, go far, goes far, counts in your favour, counts in your favor, count in your favour, count in your favor, counts for you, speaks for you, speak for you, gets our attention, gets you a long way, weighs in your favour, weighs in your favor, will be noted with pleasure, is seen with pleasure, is taken with thanks, puts you ahead, put you ahead, is a gift, would be a gift, not be wasted, is not wasted, easier start, faster start',
  ],
  [preferredBack | help, 'it helps, though it helps, but it helps'],
  [soft | help, 'helps, that helps'],
  [help, 'help, will help, can help, may help, might help, could help'],
  [
    equal,
    'is fine, are fine, fine as well, is fine as well, are fine as well, okay as well, ok as well, is okay too, is ok too, are okay too, okay too, ok too, good too, is good too, is good as well, works just as well, works fine, work too, would do, would do fine, also accepted, accepted too, accepted as well, welcome too, is welcome too, is welcome as well, equally accepted, also acceptable, is acceptable, are acceptable, acceptable too, acceptable as well, is also acceptable, is also accepted, is also okay, is also ok, also okay, also possible, also ok, does as well, does nicely, is just as fine, is just as good, is just as welcome, every bit as good, every bit as welcome, no less welcome, is also an option, is an option too, also counts, also count, will also do, happy with either',
  ],
];
