/** What patients ask and get answered; every other line is the answer. The last word is ours: nobody is left to wait. */
export const EXCHANGES: readonly (readonly string[])[] = [
  [
    "Do you have anything free this week?",
    "Thursday at 10:15 or Friday at 15:30.",
    "Friday please",
    "You are down for Friday, 15:30.",
  ],
  ["I am running ten minutes late, sorry", "No problem, see you then."],
  ["Can I get a copy of my x-rays?", "Of course. They are on their way to your email.", "Thank you!", "Any time."],
  ["How long after the filling can I eat?", "Two hours, and nothing hot today.", "Got it", "Get well soon."],
  [
    "Is my insurance still the right one in your books?",
    "We have the card from last spring. Is it a new one?",
    "Same one",
    "Then all is well.",
  ],
  [
    "My gum is a little swollen since yesterday",
    "Rinse with salt water today. If it isn't better tomorrow, come by at 9.",
  ],
  [
    "Could you remind me of my appointment?",
    "Tuesday at 11:45, with Dr. Osei.",
    "Great, thanks",
    "See you on Tuesday.",
  ],
  [
    "I have to cancel tomorrow. Can we find another day?",
    "Next Monday at 9:30 is free. Shall I put you in?",
    "Yes please",
    "Done. See you on Monday.",
  ],
  ["What does a cleaning cost without insurance?", "$120, and $95 for students."],
  ["Is there parking at the office?", "Behind the building, two hours are free.", "Perfect", "See you soon."],
  ["Did you receive my payment?", "We did, on Monday. Nothing is open."],
  [
    "My retainer broke. How soon can I come in?",
    "Today at 16:00, if you can make it.",
    "I can!",
    "Come straight in, then.",
  ],
  ["Can my daughter come to the same appointment?", "Gladly. We have the next chair free for her."],
  [
    "Are you open the day after the holiday?",
    "Yes, from 9 to 5 as always.",
    "Thanks for the quick answer",
    "Happy holidays!",
  ],
];

/** What a campaign is answered with, and what is said to that. */
export const REPLIES: readonly (readonly [string, string])[] = [
  ["Great, thank you for telling me!", "You are welcome. See you soon."],
  ["Can I come at 10?", "10:00 is yours. See you then."],
  ["Is Dr. Osei there as well?", "Every other week. Shall I look for a day with her?"],
  ["Do I have to book ahead?", "Please do, an answer here is enough."],
];

export const STOPS = ["STOP", "Stop", "stop please", "STOP"];
