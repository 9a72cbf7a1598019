// Figures and number words that count nothing: silence beats a wrong value.
#include "mention_quantity_fixture.h"

using crosscheck::testing::check_quantities;

TEST_CASE("names with figures count nothing") {
  check_quantities({
      {"Boeing 737 jets landed.", ""},
      {"The iPhone 15 sold well.", ""},
      {"Covid-19 and COVID -19 spread.", ""},
      {"The G20 met.", ""},
      {"The PS5 is out.", ""},
      {"Highway 61 was shut.", ""},
      {"Bus 42 was late.", ""},
      {"Python 3.11 is out.", ""},
      {"The S&P 500 and the FTSE 100 reopened.", ""},
      {"A 1080p film was shown on a 4K screen.", ""},
      {"Formula 1 is back.", ""},
      {"Ten Downing Street was shut.", ""},
      {"Ocean's Eleven will be shown.", ""},
      {"The Group of Seven agreed on coal.", ""},
      {"Twenty20 cricket is played.", ""},
      {"The A-10 landed.", ""},
  });
}

TEST_CASE("numbers of telephones, lists, rows and papers count nothing") {
  check_quantities({
      {"Call 555-1234 or (212) 555-0199.", ""},
      {"Call 1-800-555-0199.", ""},
      {"Call 020 7946 0018.", ""},
      {"1) Eat. 2) Sleep.", ""},
      {"The side is 5-0.", ""},
      {"Look at page 12.", ""},
      {"He is the No. 2 official.", ""},
      {"In the 90210 zip code it rained.", ""},
      {"The guild has 2000 members.", "[2000,2000] member"},
      {"The 2000 elections were close.", ""},
      {"From 1995 to 2000 sales of kilns rose.", ""},
      {"From 1900 to 2000 kilns grew hotter.", ""},
  });
}

TEST_CASE("number words that count nothing") {
  check_quantities({
      {"At one point he sang.", ""},
      {"It is one thing to sing.", ""},
      {"They sang to one another.", ""},
      {"A six-figure sum was paid.", ""},
      {"Sub-zero cold came.", ""},
      {"The 40-something actor sang.", ""},
      {"All but two singers left.", ""},
      {"No one sang.", ""},
      {"One of a kind, he sang.", ""},
      {"He beat his 2016 rivals.", ""},
      {"The firm showed the 11 Pro on stage.", ""},
      {"The crew left Apollo thirteen.", ""},
      {"She sang in the late nineteen eighties.", ""},
      {"He knows a thing or two about coal.", ""},
      {"She led for the past decade and a half of drought.", ""},
  });
}
