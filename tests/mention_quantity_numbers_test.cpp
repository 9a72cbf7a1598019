// Numerals, shares, ranges, bounds, movements, ages and scores, as newsrooms write them.
#include "mention_quantity_fixture.h"

using crosscheck::testing::check_quantities;

TEST_CASE("figures: groups, decimals, scales, short forms") {
  check_quantities({
      {"The fund holds 1,234,567.89 shares.", "[1234567.89,1234567.89] share"},
      {"The ferry line spent Rs 12,34,567 on paint.", "[1234567,1234567] indian rupee"},
      {"The road cost 500 crore rupees.", "[5000000000,5000000000] indian rupee"},
      {"Some 3 lakh pilgrims came.", "about [300000,300000] pilgrim"},
      {"The bridge cost Rs 2.5 lakh crore.", "[2500000000000,2500000000000] indian rupee"},
      {"The mill is worth 1.2 bn euros.", "[1200000000,1200000000] euro"},
      {"The mill is worth $1.4mil.", "[1400000,1400000] dollar"},
      {"About 5.2M tulips were sold.", "about [5200000,5200000] tulip"},
      {"Ten thousand tulips were sold.", "[10000,10000] tulip"},
      {"The storm left 3m homes without light.", "[3000000,3000000] home"},
      {"10k tulips were sold.", "[10000,10000] tulip"},
      {"The star weighs 5×10−8 grams.", "[5e-08,5e-08] gram"},
      {"He batted .312 last summer.", "[0.312,0.312]"},
      {"It grew by .5 percent.", "up [0.5,0.5] percent"},
  });
}

TEST_CASE("numbers in words") {
  check_quantities({
      {"Three hundred and fifty-two thousand visitors came.", "[352000,352000] visitor"},
      {"Nine hundred ninety-nine visitors came.", "[999,999] visitor"},
      {"One thousand two hundred visitors came.", "[1200,1200] visitor"},
      {"Fifteen hundred visitors came.", "[1500,1500] visitor"},
      {"A hundred and one visitors came.", "[101,101] visitor"},
      {"Two and a half million visitors came.", "[2500000,2500000] visitor"},
      {"Two and a half dozen visitors came.", "[30,30] visitor"},
      {"Half-a-dozen visitors came.", "[6,6] visitor"},
      {"A quarter of a million visitors came.", "[250000,250000] visitor"},
      {"Half million visitors came.", "[500000,500000] visitor"},
      {"Three point five litres leaked.", "[3.5,3.5] litre"},
      {"One visitor came.", "[1,1] visitor"},
      {"One of the visitors came.", "[1,1]"},
      {"Two of the 12 visitors came.", "[2,2]; [12,12] visitor"},
      {"None of the visitors came.", "[0,0]"},
  });
}

TEST_CASE("fractions and shares") {
  check_quantities({
      {"Two-fifths of the pupils sang.", "[0.4,0.4] pupil"},
      {"Half of the pupils sang.", "[0.5,0.5] pupil"},
      {"More than half the pupils sang.", "[0.5,inf] pupil"},
      {"A third of all pupils sang.", "[0.3333333333333333,0.3333333333333333] pupil"},
      {"One in three pupils sang.", "[0.3333333333333333,0.3333333333333333] pupil"},
      {"One in every five pupils sang.", "[0.2,0.2] pupil"},
      {"Two-in-five pupils sang.", "[0.4,0.4] pupil"},
      {"Seven out of ten pupils sang.", "[0.7,0.7] pupil"},
      {"3/4 of the pupils sang.", "[0.75,0.75] pupil"},
      {"½ of the pupils sang.", "[0.5,0.5] pupil"},
      {"Add 1/4 cup of milk.", "[0.25,0.25] cup"},
      {"They walked for 2½ hours.", "[2.5,2.5] hour PT2H30M"},
      {"The village is a mile and a half away.", "[1.5,1.5] mile"},
      {"The village is one-and-a-half miles away.", "[1.5,1.5] mile"},
      {"The village is three quarters of a mile away.", "[0.75,0.75] mile"},
  });
}

TEST_CASE("ranges, and moves that are none") {
  check_quantities({
      {"From 5 to 7 per cent of barns burned.", "[5,7] percent"},
      {"Five or six barns burned.", "[5,6] barn"},
      {"Ten to 15 barns burned.", "[10,15] barn"},
      {"Barns cost from £300,000 to £450,000.", "[300000,450000] pound sterling"},
      {"Barns cost £1.5m-£2m.", "[1500000,2000000] pound sterling"},
      {"A two-to-three-year lease is usual.", "[2,3] year of lease P2Y"},
      {"The toll rose from 28 to 34.", "[28,28]; [34,34]"},
      {"The levy fell from 5.5 percent to 5.25 percent.", "[5.5,5.5] percent; [5.25,5.25] percent"},
      {"The deficit narrowed by £2bn to £14bn.", "down [2000000000,2000000000] pound sterling; [14000000000,14000000000] pound sterling"},
      {"The index rose 10 to 5,210.", "up [10,10]; [5210,5210]"},
      {"They need 25 or 40 chairs.", "[25,25]; [40,40] chair"},
      {"They need five or six chairs.", "[5,6] chair"},
      {"They fed it for 10 to-12 weeks.", "[10,12] week P10W"},
  });
}

TEST_CASE("bounds and hedges: the longest phrase tells") {
  check_quantities({
      {"Not more than 40 barns burned.", "[-inf,40] barn"},
      {"Just over 40 barns burned.", "about [40,40] barn"},
      {"Well over 40 barns burned.", "[40,inf] barn"},
      {"As many as 40 barns burned.", "[-inf,40] barn"},
      {"Upwards of 40 barns burned.", "[40,inf] barn"},
      {"40 or more barns burned.", "[40,inf] barn"},
      {"40 barns or more burned.", "[40,inf] barn"},
      {"300 or so barns burned.", "about [300,300] barn"},
      {"300-odd barns burned.", "about [300,300] barn"},
      {"25+ barns burned.", "[25,inf] barn"},
      {"~25 barns burned.", "about [25,25] barn"},
      {"The error is plus or minus four percentage points.", "about [4,4] percentage point"},
      {"A sub-2% levy was set.", "[-inf,2] percent"},
      {"An estimated 300 barns burned.", "about [300,300] barn"},
      {"Around 40-50 barns burned.", "about [40,50] barn"},
      {"The farm paid upwards of £3m.", "[3000000,inf] pound sterling"},
      {"Ewe numbers grew to over 3 million.", "[3000000,inf]"},
  });
}

TEST_CASE("by how much it moved") {
  check_quantities({
      {"Rents grew by 5 percentage points.", "up [5,5] percentage point"},
      {"Rents were cut by 25 basis points.", "down [25,25] basis point"},
      {"Rents were cut by half a percentage point.", "down [0.5,0.5] percentage point"},
      {"The landlord cut his rents by 5 percent.", "down [5,5] percent"},
      {"The landlord raised $5 million.", "[5000000,5000000] dollar"},
      {"The landlord raised rents by 5 percent.", "up [5,5] percent"},
      {"Rents ended 5% higher.", "up [5,5] percent"},
      {"Rents rose sharply, by about 5 percent.", "up about [5,5] percent"},
      {"Rents rose a further 5 percent.", "up [5,5] percent"},
      {"A 5-10% rise in rents came.", "up [5,10] percent of rise"},
      {"The player gave up 240 yards.", "[240,240] yard"},
      {"The player picked up 260 votes.", "[260,260] vote"},
      {"Shares closed at $90, off $7.5.", "[90,90] dollar; down [7.5,7.5] dollar"},
      {"Rents edged up to 4.1 percent.", "[4.1,4.1] percent"},
      {"Rents fell below 20 euros.", "[-inf,20] euro"},
      {"Rents fell more than 20 euros.", "down [20,inf] euro"},
      {"Shares up 5% on talk of a sale.", "up [5,5] percent"},
      {"Rents edged up 3%.", "up [3,3] percent"},
      {"A growth of -0.5 percent was booked.", "[-0.5,-0.5] percent"},
      {"Rents rose 3%, wages by 4%.", "up [3,3] percent; up [4,4] percent"},
      {"Rents rose tenfold.", "up [10,10] time"},
      {"Profits doubled.", "up [100,100] percent"},
      {"Profits more than doubled last year.", "up [100,inf] percent"},
      {"The toll nearly tripled.", "up about [200,200] percent"},
      {"The fleet was halved in May.", "down [50,50] percent"},
      {"He doubled down on the claim.", ""},
      {"A double room costs more.", ""},
      {"Rents rose 10 points, or 2 percent, to close to 812.", "up [10,10] point; up [2,2] percent; about [812,812] point"},
      {"A cut of 3 points hurt.", "down [3,3] point of cut"},
  });
}

TEST_CASE("what is compared or said again keeps its unit") {
  check_quantities({
      {"Twelve sheep died, up from eight last year.", "[12,12] sheep; [8,8] sheep"},
      {"Some 510 carts were stolen, compared with 84 in May.", "about [510,510] cart; [84,84] cart"},
      {"Rents were 12%, against 8 in May.", "[12,12] percent; [8,8] percent"},
      {"The index fell 71 points to 5,210.", "down [71,71] point; [5210,5210] point"},
      {"Some 6 million homes, including 1.5 million in the south, lost power.", "about [6000000,6000000] home; [1500000,1500000] home"},
      {"The shed stands more than 200 km (120 miles) away.", "[200,inf] kilometre; [120,inf] mile"},
      {"The shed cost about 100 euros (£85).", "about [100,100] euro; about [85,85] pound sterling"},
      {"Rents rose by 140 crowns or 3 percent.", "up [140,140] crown; up [3,3] percent"},
      {"The top bid was 80 cents, while the lowest was 64.", "[80,80] cent; [64,64] cent"},
      {"Output rose by 3 percent but exports by 2.", "up [3,3] percent; up [2,2] percent"},
      {"We hired 40 people in spring and 12 who live here.", "[40,40] person; [12,12] person"},
      {"Some 40 walkers lost for three days and 12 who had turned back were found.",
       "about [40,40] walker; [3,3] day P3D; [12,12] walker"},
      {"The index lost 12 points, or 2 percent, to fall to 7,425.8.", "down [12,12] point; down [2,2] percent; [7425.8,7425.8] point"},
  });
}

TEST_CASE("ages") {
  check_quantities({
      {"A girl, 10, fell.", "[10,10] year age"},
      {"Mary Byrne, 44, fell.", "[44,44] year age"},
      {"He fell at the age of 44.", "[44,44] year age"},
      {"She was 44.", "[44,44] year age"},
      {"He will be 36 in May.", "[36,36] year age"},
      {"She turned 44 on Sunday.", "[44,44] year age"},
      {"Children under 12 swim free.", "[-inf,12] year age"},
      {"A shop for drivers over 70 opened.", "[70,inf] year age"},
      {"Swimmers aged 18-34 came.", "[18,34] year age"},
      {"Classes for 10- to 12-year-olds opened.", "[10,12] year age"},
      {"The patient is an 83 yo man.", "[83,83] year age"},
      {"The swimmer died at 91 years of age.", "[91,91] year age"},
      {"He is over the age of 17.", "[17,inf] year age"},
  });
}

TEST_CASE("scores") {
  check_quantities({
      {"She won 6-3, 7-6.", "score{6-3 7-6}"},
      {"Rovers drew 2-2.", "score{2-2}"},
      {"The council voted 52 to 48.", "score{52-48}"},
      {"Members back the plan by 432 to 202.", "score{432-202}"},
      {"The 52-to-48 vote was close.", "score{52-48}"},
      {"The motion passed by 312 votes to 298.", "score{312-298}"},
  });
}
