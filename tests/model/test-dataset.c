/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "atlas-polyline.h"
#include "atlas-test.h"

static AtlasDataset *small;

#define LOOKUP(Type, id) ((Type *) atlas_dataset_lookup (small, (id)))

static AtlasDay
day (int year, int month, int day_of_month)
{
  return atlas_day_from_gregorian (year, month, day_of_month);
}

static void
test_manifest (void)
{
  AtlasTimeSpan range = atlas_dataset_get_range (small);
  g_autofree char *folder = atlas_test_fixture ("small");
  double lon, lat, zoom;
  AtlasDay opening;

  g_assert_cmpstr (atlas_text_get (atlas_dataset_get_title (small), "en"), ==, "A small atlas");
  g_assert_cmpstr (atlas_text_get (atlas_dataset_get_description (small), "zh-Hans"),
                   ==,
                   "虚构河谷，仅供测试。");
  g_assert_cmpstr (atlas_dataset_get_licence (small), ==, "CC0-1.0");
  g_assert_cmpstr (atlas_dataset_get_folder (small), ==, folder);
  g_assert_cmpstr (atlas_dataset_get_languages (small)[1], ==, "zh-Hant");
  g_assert_cmpint (range.begin, ==, day (1860, 1, 1));
  g_assert_cmpint (range.end, ==, day (1880, 12, 31));
  atlas_dataset_get_view (small, &lon, &lat, &zoom, &opening);
  g_assert_cmpfloat_with_epsilon (lon, 81.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (lat, 43.9, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoom, 6.5, 1e-9);
  g_assert_cmpint (opening, ==, day (1870, 6, 2));
}

static void
test_chapters (void)
{
  guint n;
  const AtlasChapter *chapters = atlas_dataset_get_chapters (small, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (atlas_text_get (chapters[0].title, "en"), ==, "The League");
  g_assert_cmpstr (atlas_text_get (chapters[1].subtitle, "zh-Hant"), ==, "北國越山");
  g_assert_cmpstr (chapters[0].event_kind, ==, "state");
  g_assert_cmpint (chapters[0].when.begin, ==, day (1864, 1, 1));
  g_assert_cmpint (chapters[0].date, ==, day (1864, 6, 1));  /* in the view */
  g_assert_cmpint (chapters[1].date, ==, day (1870, 5, 10)); /* beside it */
  g_assert_cmpfloat_with_epsilon (chapters[1].zoom, 6.8, 1e-9);
}

static void
test_steps (void)
{
  guint n;
  const AtlasChapter *chapters = atlas_dataset_get_chapters (small, &n);
  const AtlasChapterStep *step = &chapters[0].steps[0];

  g_assert_cmpstr (chapters[0].id, ==, "chapter/league");
  g_assert_cmpuint (chapters[0].n_steps, ==, 2);
  g_assert_cmpuint (chapters[1].n_steps, ==, 3);
  g_assert_cmpstr (atlas_text_get (step->title, "zh-Hant"), ==, "一城自立");
  g_assert_true (g_str_has_prefix (atlas_text_get (step->text, "en"), "Millford founds"));
  g_assert_cmpint (step->date, ==, day (1864, 6, 1));
  g_assert_cmpint (step->window.begin, ==, day (1864, 1, 1));
  g_assert_cmpint (step->window.end, ==, day (1864, 12, 31));
  g_assert_cmpfloat_with_epsilon (step->lat, 43.6, 1e-9);
  g_assert_cmpstr (step->viewpoint, ==, "polity/south");
  g_assert_cmpstr (step->highlights[1], ==, "place/millford");
  g_assert_null (step->highlights[2]);
  g_assert_cmpuint (step->n_citations, ==, 2);
  g_assert_cmpstr (step->citations[1].source, ==, "source/letters");
  g_assert_null (chapters[1].steps[0].viewpoint);
  g_assert_cmpstr (chapters[1].steps[2].highlights[0], ==, "event/millford-treaty");
  g_assert_cmpstr (chapters[1].steps[2].highlights[1], ==, "segment/border-new");
  g_assert_null (chapters[1].steps[2].highlights[2]);

  g_assert_true (atlas_chapter_step_highlights (step, "event/league-founded"));
  g_assert_false (atlas_chapter_step_highlights (step, "event/millford-rising"));
  g_assert_false (atlas_chapter_step_highlights (step, NULL));
  g_assert_false (atlas_chapter_step_highlights (NULL, "place/millford"));

  g_assert_cmpint (atlas_dataset_find_chapter (small, "chapter/spring-march"), ==, 1);
  g_assert_cmpint (atlas_dataset_find_chapter (small, "chapter/none"), ==, -1);
  g_assert_cmpint (atlas_dataset_find_chapter (small, NULL), ==, -1);
  g_assert_true (atlas_dataset_find_step (small, "chapter/league", 1) == &chapters[0].steps[1]);
  g_assert_null (atlas_dataset_find_step (small, "chapter/league", 2));
  g_assert_null (atlas_dataset_find_step (small, NULL, 0));
}

/* Of two chapters that hold a day, the shorter tells of it. */
static void
test_chapter_on (void)
{
  g_assert_cmpint (atlas_dataset_get_chapter_on (small, day (1863, 12, 31)), ==, -1);
  g_assert_cmpint (atlas_dataset_get_chapter_on (small, day (1864, 1, 1)), ==, 0);
  g_assert_cmpint (atlas_dataset_get_chapter_on (small, day (1870, 3, 31)), ==, 0);
  g_assert_cmpint (atlas_dataset_get_chapter_on (small, day (1870, 4, 1)), ==, 1);
  g_assert_cmpint (atlas_dataset_get_chapter_on (small, day (1870, 6, 30)), ==, 1);
  g_assert_cmpint (atlas_dataset_get_chapter_on (small, day (1870, 7, 1)), ==, 0);
  g_assert_cmpint (atlas_dataset_get_chapter_on (small, day (1871, 1, 1)), ==, -1);
}

static void
test_records (void)
{
  static const guint counts[ATLAS_N_KINDS] = {
    [ATLAS_KIND_PLACE] = 8,   [ATLAS_KIND_PERSON] = 3,   [ATLAS_KIND_POLITY] = 3,
    [ATLAS_KIND_SOURCE] = 3,  [ATLAS_KIND_CAMPAIGN] = 2, [ATLAS_KIND_EVENT] = 12,
    [ATLAS_KIND_LEG] = 3,     [ATLAS_KIND_SEGMENT] = 4,  [ATLAS_KIND_TERRITORY] = 4,
    [ATLAS_KIND_CONTROL] = 2,
  };

  for (AtlasKind kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      g_assert_cmpuint (atlas_dataset_get_n_records (small, kind), ==, counts[kind]);
      for (guint i = 0; i < counts[kind]; i++)
        {
          AtlasRecord *record = atlas_dataset_get_record (small, kind, i);

          g_assert_cmpint (atlas_record_get_kind (record), ==, kind);
          g_assert_cmpuint (atlas_dataset_index_of (small, record), ==, i);
          g_assert_true (atlas_dataset_lookup (small, atlas_record_get_id (record)) == record);
          g_assert_true (
            g_str_has_prefix (atlas_record_get_id (record), atlas_kind_to_string (kind)));
          g_assert_nonnull (atlas_text_get (atlas_record_get_title (record), "en"));
        }
    }
}

static void
test_lookup (void)
{
  g_assert_nonnull (atlas_dataset_lookup_place (small, "place/millford"));
  g_assert_null (atlas_dataset_lookup_place (small, "polity/north"));
  g_assert_null (atlas_dataset_lookup_event (small, "event/none"));
  g_assert_null (atlas_dataset_lookup (small, NULL));
  g_assert_null (atlas_dataset_lookup_campaign (small, NULL));
}

/* One id has one address, wherever it is named. */
static void
test_ids_are_shared (void)
{
  AtlasEvent *battle = LOOKUP (AtlasEvent, "event/sandwell-battle");
  AtlasRecord *campaign = atlas_dataset_lookup (small, atlas_event_get_campaign (battle));
  AtlasRecord *site = atlas_dataset_lookup (small, atlas_event_get_site (battle));

  g_assert_true (atlas_event_get_campaign (battle) == atlas_record_get_id (campaign));
  g_assert_true (atlas_event_get_site (battle) == atlas_record_get_id (site));
}

static void
test_names (void)
{
  AtlasRecord *millford = atlas_dataset_lookup (small, "place/millford");
  guint n;
  const AtlasName *names = atlas_record_get_names (millford, &n);

  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (names[1].used_by, ==, "polity/north");
  g_assert_cmpuint (names[1].n_citations, ==, 1);
  g_assert_cmpstr (names[1].citations[0].page, ==, "9");
  g_assert_cmpstr (atlas_text_get (atlas_record_get_title (millford), "en"), ==, "Millford");
  g_assert_cmpstr (atlas_record_get_name_on (millford, "en", day (1870, 6, 14)), ==, "Millford");
  g_assert_cmpstr (atlas_record_get_name_on (millford, "en", day (1870, 6, 15)),
                   ==,
                   "Fort Millford");
  g_assert_cmpstr (atlas_record_get_name_on (millford, "zh-Hans", day (1870, 6, 15)), ==, "磨津");
  g_assert_cmpstr (atlas_record_get_name_on (millford, "en", day (1700, 1, 1)), ==, "Millford");
  g_assert_cmpstr (atlas_record_get_name_on (millford, "ru", day (1870, 6, 15)), ==, "Millford");
}

static void
test_place (void)
{
  AtlasPlace *eastgate = LOOKUP (AtlasPlace, "place/eastgate");
  AtlasPlace *ford = LOOKUP (AtlasPlace, "place/lost-ford");
  double lon, lat;

  g_assert_true (atlas_place_get_location (eastgate, &lon, &lat));
  g_assert_cmpfloat_with_epsilon (lon, 82.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (lat, 44.9, 1e-9);
  g_assert_cmpint (atlas_place_get_place_type (eastgate), ==, ATLAS_PLACE_CAPITAL);
  g_assert_cmpuint (atlas_place_get_rank (eastgate), ==, 1);
  g_assert_cmpfloat_with_epsilon (atlas_place_get_precision_km (eastgate), 1.0, 1e-9);
  g_assert_cmpstr (atlas_text_get (atlas_place_get_modern_name (eastgate), "en"),
                   ==,
                   "New Eastgate");
  g_assert_false (atlas_place_get_location (ford, &lon, &lat));
  g_assert_true (isinf (atlas_place_get_precision_km (ford)));
  g_assert_null (atlas_place_get_modern_name (ford));
}

static void
test_person_and_polity (void)
{
  AtlasPerson *anna = LOOKUP (AtlasPerson, "person/anna-of-eastgate");
  AtlasPolity *north = LOOKUP (AtlasPolity, "polity/north");
  AtlasPolity *valley = LOOKUP (AtlasPolity, "polity/valley");

  g_assert_cmpstr (atlas_person_get_polity (anna), ==, "polity/north");
  g_assert_cmpstr (atlas_text_get (atlas_person_get_role (anna), "zh-Hant"), ==, "北國將軍");
  g_assert_cmpstr (atlas_polity_get_family (north), ==, "russia");
  g_assert_cmpstr (atlas_text_get (atlas_polity_get_short_name (north), "en"), ==, "North");
  g_assert_cmpstr (atlas_text_get (atlas_polity_get_short_name (valley), "en"),
                   ==,
                   "The Valley League");
}

static void
test_source (void)
{
  AtlasSource *annals = LOOKUP (AtlasSource, "source/annals");
  AtlasSource *letters = LOOKUP (AtlasSource, "source/letters");

  g_assert_cmpstr (atlas_source_get_source_type (annals), ==, "book");
  g_assert_cmpstr (atlas_source_get_authors (annals)[1], ==, "B. Copyist");
  g_assert_cmpstr (atlas_source_get_year (annals), ==, "1901");
  g_assert_cmpstr (atlas_source_get_publisher (annals), ==, "Valley Press");
  g_assert_cmpstr (atlas_source_get_languages (annals)[1], ==, "zh-Hant");
  g_assert_cmpstr (atlas_source_get_url (letters), ==, "https://example.org/letters");
  g_assert_cmpstr (atlas_source_get_cited_by (letters)[0], ==, "source/annals");
  g_assert_null (atlas_source_get_authors (letters)[0]);
  g_assert_null (atlas_source_get_year (letters));
}

static void
test_dates (void)
{
  static const struct
  {
    const char *id;
    const char *edtf;
    int begin[3];
    int end[3];
  } cases[] = {
    { "event/sandwell-battle", "1870-05-10", { 1870, 5, 10 }, { 1870, 5, 10 } },
    { "event/millford-siege", "1870-05-20/1870-06-02", { 1870, 5, 20 }, { 1870, 6, 2 } },
    { "event/league-founded", "1864", { 1864, 1, 1 }, { 1864, 12, 31 } },
    { "event/eastgate-talks", "[1869-11..1870-01]", { 1869, 11, 1 }, { 1870, 1, 31 } },
    { "event/reedlake-loss", "1870-05-XX", { 1870, 5, 1 }, { 1870, 5, 31 } },
  };
  AtlasEdtf edtf;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *record = atlas_dataset_lookup (small, cases[i].id);
      AtlasTimeSpan bounds = atlas_record_get_bounds (record);

      g_assert_cmpstr (atlas_record_get_edtf (record), ==, cases[i].edtf);
      g_assert_cmpint (bounds.begin,
                       ==,
                       day (cases[i].begin[0], cases[i].begin[1], cases[i].begin[2]));
      g_assert_cmpint (bounds.end, ==, day (cases[i].end[0], cases[i].end[1], cases[i].end[2]));
    }
  g_assert_true (
    atlas_record_get_when (atlas_dataset_lookup (small, "event/arms-for-the-league"), &edtf));
  g_assert_true (edtf.uncertain);
  g_assert_true (
    atlas_record_get_when (atlas_dataset_lookup (small, "event/north-administration"), &edtf));
  g_assert_true (edtf.open_end);
}

static void
test_no_date (void)
{
  AtlasRecord *lin = atlas_dataset_lookup (small, "person/lin-the-elder");

  g_assert_false (atlas_record_get_when (lin, NULL));
  g_assert_null (atlas_record_get_edtf (lin));
  g_assert_cmpint (atlas_record_get_bounds (lin).begin, ==, ATLAS_DAY_OPEN_PAST);
  g_assert_cmpint (atlas_record_get_bounds (lin).end, ==, ATLAS_DAY_OPEN_FUTURE);
}

static void
test_evidence (void)
{
  AtlasRecord *battle = atlas_dataset_lookup (small, "event/sandwell-battle");
  AtlasRecord *rising = atlas_dataset_lookup (small, "event/millford-rising");
  guint n;
  const AtlasCitation *citations = atlas_record_get_citations (battle, &n);
  const AtlasAttestedDate *attested;
  const AtlasDoubt *doubts;
  const AtlasRelation *relations;

  g_assert_cmpint (atlas_record_get_status (battle), ==, ATLAS_STATUS_DISPUTED);
  g_assert_cmpstr (atlas_status_to_string (atlas_record_get_status (battle)), ==, "disputed");
  g_assert_cmpstr (atlas_text_get (atlas_record_get_status_note (battle), "en"),
                   ==,
                   "The numbers differ.");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (citations[1].source, ==, "source/letters");
  g_assert_cmpstr (citations[1].via, ==, "source/annals");
  g_assert_null (citations[1].section);
  attested = atlas_record_get_attested (battle, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (attested[0].calendar, ==, "julian");
  g_assert_cmpstr (attested[1].text, ==, "某年四月初十");
  g_assert_true (attested[1].computed);
  relations = atlas_record_get_relations (battle, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (relations[0].type, ==, "atlas:follows");
  g_assert_cmpstr (relations[0].to, ==, "event/millford-rising");
  doubts = atlas_record_get_doubts (rising, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (doubts[0].about, ==, "date");
  g_assert_cmpstr (doubts[0].conflict, ==, "C01");
  g_assert_cmpuint (doubts[0].n_citations, ==, 1);
  atlas_record_get_doubts (battle, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_claims (void)
{
  guint n;
  const AtlasClaim *claims =
    atlas_record_get_claims (atlas_dataset_lookup (small, "event/sandwell-battle"), &n);

  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (claims[0].of, ==, "strength");
  g_assert_true (claims[0].has_number);
  g_assert_cmpfloat_with_epsilon (claims[0].low, 2600.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (claims[0].high, 2600.0, 1e-9);
  g_assert_cmpstr (claims[0].side, ==, "polity/north");
  g_assert_cmpstr (claims[0].citation.section, ==, "War");
  g_assert_cmpfloat_with_epsilon (claims[1].low, 4000.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (claims[1].high, 5000.0, 1e-9);
  g_assert_true (claims[1].approximate);
  g_assert_cmpstr (claims[1].as_written, ==, "four or five thousand");
  g_assert_nonnull (claims[1].note);
  g_assert_false (claims[2].has_number);
  g_assert_cmpstr (atlas_text_get (claims[2].text, "zh-Hant"), ==, "北國得勝。");
  g_assert_cmpstr (atlas_text_get (claims[3].text, "en"), ==, "Lin");
  g_assert_cmpstr (claims[3].citation.via, ==, "source/annals");
}

static void
test_event (void)
{
  AtlasEvent *siege = LOOKUP (AtlasEvent, "event/millford-siege");
  AtlasEvent *march = LOOKUP (AtlasEvent, "event/pass-march");
  AtlasEvent *loss = LOOKUP (AtlasEvent, "event/reedlake-loss");
  guint n;
  const AtlasEventPlace *places = atlas_event_get_places (siege, &n);
  const AtlasActor *actors;

  g_assert_cmpint (atlas_event_get_event_kind (siege), ==, ATLAS_EVENT_SIEGE);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (places[1].place, ==, "place/sandwell");
  g_assert_cmpstr (places[1].role, ==, "from");
  g_assert_cmpstr (atlas_event_get_site (march), ==, "place/high-pass");
  g_assert_cmpstr (atlas_event_get_site (loss),
                   ==,
                   "place/reedlake"); /* no site: the first of its places */
  g_assert_cmpuint (atlas_event_get_weight (march), ==, 3);
  g_assert_null (atlas_event_get_campaign (loss));
  actors = atlas_event_get_actors (LOOKUP (AtlasEvent, "event/sandwell-battle"), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (actors[1].who, ==, "person/lin-the-elder");
  g_assert_cmpstr (actors[1].side, ==, "polity/south");
  g_assert_cmpstr (atlas_text_get (actors[1].role, "en"), ==, "commander");
  g_assert_null (atlas_event_get_outcome (siege));
}

static void
test_event_kinds (void)
{
  static const char *const words[] = { "battle",     "siege",      "capture",  "rising",
                                       "march",      "loss",       "treaty",   "talks",
                                       "aid",        "state",      "stateend", "administration",
                                       "occupation", "appointment" };

  g_assert_cmpuint (G_N_ELEMENTS (words), ==, ATLAS_N_EVENT_KINDS);
  for (AtlasEventKind kind = 0; kind < ATLAS_N_EVENT_KINDS; kind++)
    g_assert_cmpstr (atlas_event_kind_to_string (kind), ==, words[kind]);
  g_assert_cmpint (atlas_event_kind_get_group (ATLAS_EVENT_LOSS), ==, ATLAS_EVENT_GROUP_FORCE);
  g_assert_cmpint (atlas_event_kind_get_group (ATLAS_EVENT_TREATY), ==, ATLAS_EVENT_GROUP_WORD);
  g_assert_cmpint (atlas_event_kind_get_group (ATLAS_EVENT_AID), ==, ATLAS_EVENT_GROUP_WORD);
  g_assert_cmpint (atlas_event_kind_get_group (ATLAS_EVENT_STATE), ==, ATLAS_EVENT_GROUP_RULE);
  g_assert_cmpint (atlas_event_kind_get_group (ATLAS_EVENT_APPOINTMENT),
                   ==,
                   ATLAS_EVENT_GROUP_RULE);
}

static void
test_legs (void)
{
  AtlasLeg *over_places = LOOKUP (AtlasLeg, "leg/spring-1");
  AtlasLeg *drawn = LOOKUP (AtlasLeg, "leg/spring-2");
  AtlasLeg *lost = LOOKUP (AtlasLeg, "leg/flight");
  guint n;
  const AtlasPoint *path = atlas_leg_get_path (over_places, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat_with_epsilon (path[0].lon, 82.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (path[1].lat, 44.1, 1e-9);
  g_assert_cmpfloat_with_epsilon (path[2].lon, 79.3, 1e-9);
  g_assert_cmpstr (atlas_leg_get_via (over_places)[0], ==, "place/high-pass");
  g_assert_cmpstr (atlas_leg_get_commanders (over_places)[0], ==, "person/anna-of-eastgate");
  g_assert_cmpstr (atlas_text_get (atlas_leg_get_force (over_places), "en"),
                   ==,
                   "Three battalions");
  atlas_leg_get_path (drawn, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (atlas_leg_get_after (drawn), ==, "leg/spring-1");
  g_assert_null (atlas_leg_get_path (lost, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (atlas_leg_get_to (lost), ==, "place/lost-ford");
  g_assert_null (atlas_leg_get_via (lost)[0]);
}

static void
test_segments (void)
{
  AtlasSegment *old = LOOKUP (AtlasSegment, "segment/border-old");
  AtlasSegment *treaty = LOOKUP (AtlasSegment, "segment/border-new");
  guint n;
  const AtlasBoundaryPhase *phases = atlas_segment_get_phases (old, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (phases[0].basis, ==, ATLAS_BASIS_WATERSHED);
  g_assert_cmpint (phases[1].form, ==, ATLAS_FORM_CLAIM);
  g_assert_cmpfloat_with_epsilon (phases[0].width_km, 15.0, 1e-9);
  g_assert_cmpstr (phases[0].asserted_by[1], ==, "polity/south");
  g_assert_true (atlas_segment_get_phase_on (old, day (1870, 6, 14)) == &phases[0]);
  g_assert_true (atlas_segment_get_phase_on (old, day (1870, 6, 15)) == &phases[1]);
  g_assert_null (atlas_segment_get_phase_on (old, day (1859, 12, 31)));
  g_assert_null (atlas_segment_get_phase_on (treaty, day (1870, 6, 14)));
  g_assert_true (atlas_segment_get_phases (treaty, NULL)[0].text_read);
  g_assert_cmpstr (atlas_segment_get_phases (treaty, NULL)[0].event, ==, "event/millford-treaty");
  atlas_segment_get_line (old, &n);
  g_assert_cmpuint (n, ==, 4);
}

static gboolean
holds (const char *id, double lon, double lat)
{
  return atlas_multi_polygon_contains (atlas_territory_get_shape (LOOKUP (AtlasTerritory, id)),
                                       (AtlasPoint){ lon, lat });
}

static void
test_territories (void)
{
  AtlasTerritory *strip = LOOKUP (AtlasTerritory, "territory/strip-1870");
  guint n;
  AtlasSegment *const *segments = atlas_territory_get_segments (strip, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (atlas_record_get_id (ATLAS_RECORD (segments[0])), ==, "segment/border-new");
  g_assert_cmpint (atlas_territory_get_standing (strip), ==, ATLAS_STANDING_OCCUPATION);
  g_assert_cmpstr (atlas_standing_to_string (ATLAS_STANDING_OCCUPATION), ==, "occupation");
  g_assert_cmpstr (atlas_territory_get_polity (strip), ==, "polity/north");
  g_assert_cmpstr (atlas_territory_get_over (strip), ==, "polity/south");
  g_assert_cmpstr (atlas_territory_get_act_event (strip), ==, "event/millford-treaty");
  g_assert_nonnull (atlas_territory_get_act (strip));
  g_assert_null (atlas_territory_get_end_act (strip));
  g_assert_null (atlas_territory_get_viewpoint (strip));
  g_assert_true (holds ("territory/strip-1870", 81.0, 43.6));
  g_assert_true (holds ("territory/south-1860", 81.0, 43.6));
  g_assert_false (holds ("territory/south-1870", 81.0, 43.6));
  g_assert_false (holds ("territory/north", 81.0, 43.6));
  g_assert_true (holds ("territory/north", 81.0, 45.0));
}

/* What the south lost is the strip, to the square metre: they share one border. */
static void
test_territories_share_borders (void)
{
  double before = atlas_multi_polygon_area (
    atlas_territory_get_shape (LOOKUP (AtlasTerritory, "territory/south-1860")));
  double after = atlas_multi_polygon_area (
    atlas_territory_get_shape (LOOKUP (AtlasTerritory, "territory/south-1870")));
  double strip = atlas_multi_polygon_area (
    atlas_territory_get_shape (LOOKUP (AtlasTerritory, "territory/strip-1870")));

  g_assert_cmpfloat_with_epsilon (before - after, strip, 1.0);
  g_assert_cmpfloat (strip, >, 1e9);
}

static void
test_controls (void)
{
  AtlasControl *first = LOOKUP (AtlasControl, "control/millford-1864");

  g_assert_cmpstr (atlas_control_get_place (first), ==, "place/millford");
  g_assert_cmpstr (atlas_control_get_from (first), ==, "polity/south");
  g_assert_cmpstr (atlas_control_get_to (first), ==, "polity/valley");
  g_assert_cmpstr (atlas_control_get_event (first), ==, "event/millford-rising");
  g_assert_cmpstr (atlas_text_get (atlas_control_get_act (first), "en"), ==, "Rising");
}

/* The ids of the events, in order, joined by spaces. */
static char *
list_events (const char *id)
{
  GPtrArray *events = atlas_dataset_get_events_of (small, id);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < events->len; i++)
    g_string_append_printf (list,
                            "%s%s",
                            i > 0 ? " " : "",
                            atlas_record_get_id (g_ptr_array_index (events, i)) +
                              strlen ("event/"));
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
test_events_of (void)
{
  static const struct
  {
    const char *id;
    const char *events;
  } cases[] = {
    { "place/sandwell", "pass-march sandwell-battle millford-siege" },
    { "place/reedlake", "reedlake-loss millford-treaty" },
    { "person/lin-the-elder", "eastgate-talks sandwell-battle" },
    { "polity/south", "arms-for-the-league eastgate-talks sandwell-battle millford-treaty" },
    { "campaign/valley-war-spring", "pass-march sandwell-battle millford-siege millford-capture" },
    { "campaign/valley-war",
      "eastgate-talks pass-march sandwell-battle millford-siege millford-capture millford-treaty" },
    { "place/north-post", "" },
    { "place/none", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *list = list_events (cases[i].id);

      g_assert_cmpstr (list, ==, cases[i].events);
    }
}

static void
test_families (void)
{
  static const struct
  {
    const char *id;
    const char *family;
  } cases[] = {
    { "campaign/valley-war", "russia" },
    { "event/millford-siege", "russia" },    /* by its campaign */
    { "event/league-founded", "ili" },       /* by the first side */
    { "event/arms-for-the-league", "qing" }, /* by the first who took part */
    { "event/reedlake-loss", "other" },      /* nobody is named */
    { "leg/flight", "ili" },                 /* who marches, not who leads the campaign */
    { "territory/south-1860", "qing" },
    { "polity/valley", "ili" },
    { "person/lin-the-elder", "qing" },
    { "place/millford", "other" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (atlas_dataset_get_family_of (small, atlas_dataset_lookup (small, cases[i].id)),
                     ==,
                     cases[i].family);
}

static void
test_root_campaign (void)
{
  AtlasCampaign *war = LOOKUP (AtlasCampaign, "campaign/valley-war");
  AtlasCampaign *spring = LOOKUP (AtlasCampaign, "campaign/valley-war-spring");

  g_assert_true (atlas_dataset_get_root_campaign (small, spring) == war);
  g_assert_true (atlas_dataset_get_root_campaign (small, war) == war);
}

/* A record that somebody holds on to lives on after its atlas, with all that it says. */
static void
test_record_outlives_dataset (void)
{
  AtlasDataset *dataset = atlas_test_read_fixture ("small");
  AtlasRecord *battle = g_object_ref (atlas_dataset_lookup (dataset, "event/sandwell-battle"));
  AtlasRecord *strip = g_object_ref (atlas_dataset_lookup (dataset, "territory/strip-1870"));

  g_assert_finalize_object (dataset);
  g_assert_cmpstr (atlas_record_get_id (battle), ==, "event/sandwell-battle");
  g_assert_cmpstr (atlas_text_get (atlas_record_get_title (battle), "en"),
                   ==,
                   "Battle of Sandwell");
  g_assert_cmpuint (atlas_multi_polygon_get_polygons (atlas_territory_get_shape (
                                                        ATLAS_TERRITORY (strip)),
                                                      NULL)[0]
                      .rings[0]
                      .n_points,
                    ==,
                    6);
  g_assert_finalize_object (battle);
  g_assert_finalize_object (strip);
}

/* Circles are the check's business; the reader must only survive them. */
static void
test_circles (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("broken/check-campaign-circle");
  AtlasCampaign *campaign = atlas_dataset_lookup_campaign (dataset, "campaign/c");

  g_assert_true (atlas_dataset_get_root_campaign (dataset, campaign) == campaign);
  g_assert_cmpuint (atlas_dataset_get_events_of (dataset, "campaign/c")->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  small = atlas_test_read_fixture ("small");
  g_test_add_func ("/model/dataset/manifest", test_manifest);
  g_test_add_func ("/model/dataset/chapters", test_chapters);
  g_test_add_func ("/model/dataset/steps", test_steps);
  g_test_add_func ("/model/dataset/chapter-on", test_chapter_on);
  g_test_add_func ("/model/dataset/records", test_records);
  g_test_add_func ("/model/dataset/lookup", test_lookup);
  g_test_add_func ("/model/dataset/ids-are-shared", test_ids_are_shared);
  g_test_add_func ("/model/dataset/names", test_names);
  g_test_add_func ("/model/dataset/place", test_place);
  g_test_add_func ("/model/dataset/person-and-polity", test_person_and_polity);
  g_test_add_func ("/model/dataset/source", test_source);
  g_test_add_func ("/model/dataset/dates", test_dates);
  g_test_add_func ("/model/dataset/no-date", test_no_date);
  g_test_add_func ("/model/dataset/evidence", test_evidence);
  g_test_add_func ("/model/dataset/claims", test_claims);
  g_test_add_func ("/model/dataset/event", test_event);
  g_test_add_func ("/model/dataset/event-kinds", test_event_kinds);
  g_test_add_func ("/model/dataset/legs", test_legs);
  g_test_add_func ("/model/dataset/segments", test_segments);
  g_test_add_func ("/model/dataset/territories", test_territories);
  g_test_add_func ("/model/dataset/territories-share-borders", test_territories_share_borders);
  g_test_add_func ("/model/dataset/controls", test_controls);
  g_test_add_func ("/model/dataset/events-of", test_events_of);
  g_test_add_func ("/model/dataset/families", test_families);
  g_test_add_func ("/model/dataset/root-campaign", test_root_campaign);
  g_test_add_func ("/model/dataset/record-outlives-dataset", test_record_outlives_dataset);
  g_test_add_func ("/model/dataset/circles", test_circles);
  status = g_test_run ();
  g_assert_finalize_object (small);
  return status;
}
