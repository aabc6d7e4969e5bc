/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-test"

#include "config.h"

#include <string.h>

#include "atlas-name-linker.h"
#include "atlas-test.h"

/* The links of @text as "[name=id]" in it. */
static char *
mark (AtlasDataset *dataset, const char *lang, const char *text, const char *page)
{
  g_autoptr (AtlasNameLinker) linker = atlas_name_linker_new (dataset, lang);
  g_autoptr (GArray) links =
    atlas_name_linker_find (linker, text, atlas_dataset_lookup (dataset, page));
  GString *marked = g_string_new (NULL);
  guint done = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const AtlasNameLink *link = &g_array_index (links, AtlasNameLink, i);

      g_string_append_len (marked, text + done, link->begin - done);
      g_string_append_printf (marked,
                              "[%.*s=%s]",
                              (int) (link->end - link->begin),
                              text + link->begin,
                              strchr (link->id, '/') + 1);
      done = link->end;
    }
  g_string_append (marked, text + done);
  return g_string_free (marked, FALSE);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *lang;
    const char *page;
    const char *text;
    const char *marked;
  } cases[] = {
    { "en",
      NULL,
      "From Millford to Eastgate.",
      "From [Millford=millford] to [Eastgate=eastgate]." },
    /* The longest name, and words as a whole. */
    { "en", NULL, "Fort Millford; Millfords", "[Fort Millford=millford]; Millfords" },
    { "en", NULL, "After the Siege of Millford", "After the [Siege of Millford=millford-siege]" },
    { "en", NULL, "the High Pass, a high pass", "the [High Pass=high-pass], a high pass" },
    /* A genitive is not part of a name. */
    { "en", NULL, "Sandwell’s well, Tomas's", "[Sandwell=sandwell]’s well, [Tomas=tomas]'s" },
    /* A title is no surname, and what a page is of is no link on it. */
    { "en", NULL, "The Elder of Reedlake", "The Elder of [Reedlake=reedlake]" },
    { "en", "place/reedlake", "Reedlake and Longwall", "Reedlake and [Longwall=longwall]" },
    { "en", "person/anna-of-eastgate", "Anna of Eastgate", "Anna of Eastgate" },
    /* Chinese has no spaces; names of other languages are not looked for. */
    { "zh-Hant",
      NULL,
      "老林自磨津至東門安娜處",
      "[老林=lin-the-elder]自[磨津=millford]至[東門安娜=anna-of-eastgate]處" },
    { "zh-Hant", NULL, "Millford 在長墻外", "Millford 在[長墻=longwall]外" },
    /* One character is mostly another word. */
    { "zh-Hant", NULL, "北方有北國", "北方有[北國=north]" },
    { "en", NULL, "", "" },
    { "en", NULL, "<b>&amp;Tomas</b>", "<b>&amp;[Tomas=tomas]</b>" },
  };
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("small");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *marked = mark (dataset, cases[i].lang, cases[i].text, cases[i].page);

      g_assert_cmpstr (marked, ==, cases[i].marked);
    }
}

static gboolean
is_letter (char c)
{
  return g_ascii_isalnum (c);
}

/* The obvious way: at each word, the longest of all names that ends with a word. */
static guint
find_longest (GPtrArray *names, const char *text, guint at)
{
  guint longest = 0;

  if (at > 0 && is_letter (text[at - 1]))
    return 0;
  for (guint i = 0; i < names->len; i++)
    {
      guint length = (guint) strlen (names->pdata[i]);

      if (length > longest && strncmp (text + at, names->pdata[i], length) == 0 &&
          !is_letter (text[at + length]))
        longest = length;
    }
  return longest;
}

static void
test_random (void)
{
  static const char *const pieces[] = { " ", " ", "-", ", ", "of ", "the ", "x", "Fort ", "s" };
  static const AtlasKind kinds[] = {
    ATLAS_KIND_PLACE, ATLAS_KIND_PERSON, ATLAS_KIND_POLITY, ATLAS_KIND_CAMPAIGN, ATLAS_KIND_EVENT
  };
  g_autoptr (AtlasDataset) dataset = atlas_test_read_fixture ("small");
  g_autoptr (AtlasNameLinker) linker = atlas_name_linker_new (dataset, "en");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint n_links = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < atlas_dataset_get_n_records (dataset, kinds[i]); j++)
      {
        AtlasRecord *record = atlas_dataset_get_record (dataset, kinds[i], j);
        guint n;
        const AtlasName *called = atlas_record_get_names (record, &n);

        g_ptr_array_add (names,
                         (gpointer) atlas_text_get_exact (atlas_record_get_title (record), "en"));
        for (guint k = 0; k < n; k++)
          if (g_str_equal (called[k].lang, "en"))
            g_ptr_array_add (names, (gpointer) called[k].toponym);
        if (ATLAS_IS_POLITY (record))
          g_ptr_array_add (names,
                           (gpointer) atlas_text_get_exact (atlas_polity_get_short_name (
                                                              ATLAS_POLITY (record)),
                                                            "en"));
      }
  for (guint i = names->len; i-- > 0;)
    if (names->pdata[i] == NULL)
      g_ptr_array_remove_index (names, i);

  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) links = NULL;
      guint next = 0;

      for (int i = g_test_rand_int_range (0, 10); i > 0; i--)
        g_string_append (text,
                         g_test_rand_bit ()
                           ? names->pdata[g_test_rand_int_range (0, (int) names->len)]
                           : pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      links = atlas_name_linker_find (linker, text->str, NULL);
      for (guint at = 0; at < text->len;)
        {
          guint length = find_longest (names, text->str, at);

          if (length == 0)
            {
              at++;
              continue;
            }
          g_assert_cmpuint (next, <, links->len);
          g_assert_cmpuint (g_array_index (links, AtlasNameLink, next).begin, ==, at);
          g_assert_cmpuint (g_array_index (links, AtlasNameLink, next).end, ==, at + length);
          g_assert_nonnull (
            atlas_dataset_lookup (dataset, g_array_index (links, AtlasNameLink, next).id));
          at += length;
          next++;
        }
      g_assert_cmpuint (next, ==, links->len);
      n_links += links->len;
    }
  g_assert_cmpuint (n_links, >, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/name-linker/texts", test_texts);
  g_test_add_func ("/index/name-linker/random", test_random);
  return g_test_run ();
}
