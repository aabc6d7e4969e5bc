/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-widgets"

#include "config.h"

#include <glib/gi18n.h>

#include "atlas-date-format.h"
#include "atlas-number-format.h"
#include "atlas-page-blocks.h"

/* What claims are of, in the reader's words. */
static const struct
{
  const char *of;
  const char *words;
} subjects[] = {
  { "strength", N_ ("Strength") },
  { "killed", N_ ("Killed") },
  { "wounded", N_ ("Wounded") },
  { "captured", N_ ("Captured") },
  { "losses", N_ ("Losses") },
  { "civilians-killed", N_ ("Civilians killed") },
  { "guns", N_ ("Guns") },
  { "rifles", N_ ("Rifles") },
  { "money", N_ ("Money") },
  { "area", N_ ("Area") },
  { "distance", N_ ("Distance") },
  { "date", N_ ("Date") },
  { "place", N_ ("Place") },
  { "commander", N_ ("Commander") },
  { "occurred", N_ ("Whether it happened") },
  { "outcome", N_ ("Outcome") },
  { "ships", N_ ("Ships") },
  { "animals", N_ ("Animals") },
  { "supplies", N_ ("Supplies") },
  { "population", N_ ("Population") },
  { "duration", N_ ("Duration") },
};

static const char *
get_subject (const char *of)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (of, subjects[i].of))
      return _ (subjects[i].words);
  return _ ("Statement");
}

/* A number with its unit in the reader's language; @n decides on the plural. NULL for a unit that
 * has no words here. (nullable) */
static const char *
get_unit_pattern (const char *unit, gulong n)
{
  if (g_str_equal (unit, "km2"))
    return "%s km²";
  if (g_str_equal (unit, "km"))
    return "%s km";
  if (g_str_equal (unit, "mi2"))
    return ngettext ("%s square mile", "%s square miles", n);
  if (g_str_equal (unit, "li"))
    return ngettext ("%s li", "%s li", n);
  if (g_str_equal (unit, "verst"))
    return ngettext ("%s verst", "%s versts", n);
  if (g_str_equal (unit, "rouble"))
    return ngettext ("%s rouble", "%s roubles", n);
  if (g_str_equal (unit, "tael"))
    return ngettext ("%s tael", "%s taels", n);
  if (g_str_equal (unit, "pound"))
    return ngettext ("%s pound", "%s pounds", n);
  if (g_str_equal (unit, "dollar"))
    return ngettext ("%s dollar", "%s dollars", n);
  if (g_str_equal (unit, "gun"))
    return ngettext ("%s gun", "%s guns", n);
  if (g_str_equal (unit, "rifle"))
    return ngettext ("%s rifle", "%s rifles", n);
  if (g_str_equal (unit, "piece"))
    return ngettext ("%s piece", "%s pieces", n);
  if (g_str_equal (unit, "jin"))
    return ngettext ("%s jin", "%s jin", n);
  if (g_str_equal (unit, "shi"))
    return ngettext ("%s shi", "%s shi", n);
  if (g_str_equal (unit, "bag"))
    return ngettext ("%s bag", "%s bags", n);
  if (g_str_equal (unit, "cart"))
    return ngettext ("%s cart", "%s carts", n);
  if (g_str_equal (unit, "horse"))
    return ngettext ("%s horse", "%s horses", n);
  if (g_str_equal (unit, "horses"))
    return ngettext ("%s horse", "%s horses", n);
  if (g_str_equal (unit, "bridge"))
    return ngettext ("%s bridge", "%s bridges", n);
  if (g_str_equal (unit, "families"))
    return ngettext ("%s family", "%s families", n);
  if (g_str_equal (unit, "platoon"))
    return ngettext ("%s platoon", "%s platoons", n);
  if (g_str_equal (unit, "battalion"))
    return ngettext ("%s battalion", "%s battalions", n);
  if (g_str_equal (unit, "regiment"))
    return ngettext ("%s regiment", "%s regiments", n);
  if (g_str_equal (unit, "hour"))
    return ngettext ("%s hour", "%s hours", n);
  if (g_str_equal (unit, "day"))
    return ngettext ("%s day", "%s days", n);
  if (g_str_equal (unit, "month"))
    return ngettext ("%s month", "%s months", n);
  if (g_str_equal (unit, "year"))
    return ngettext ("%s year", "%s years", n);
  return NULL;
}

static char *
add_unit (const char *number, const char *unit, double value)
{
  const char *pattern = unit != NULL ? get_unit_pattern (unit, (gulong) value) : NULL;
  GString *text;

  /* People go without saying. */
  if (unit == NULL || g_str_equal (unit, "people"))
    return g_strdup (number);
  if (pattern == NULL)
    return g_strdup_printf ("%s %s", number, unit);
  text = g_string_new (pattern);
  g_string_replace (text, "%s", number, 1);
  return g_string_free (text, FALSE);
}

/* A whole number with its thousands grouped as readers of the language do. */
static char *
format_number (double value, const char *lang)
{
  double rest = value - (double) (gint64) value;

  return rest > 0.0 || rest < 0.0 ? g_strdup_printf ("%g", value)
                                  : atlas_number_format_whole (value, lang);
}

char *
atlas_page_format_claim (const AtlasPageContext *context, const AtlasClaim *claim)
{
  g_autofree char *low = NULL, *high = NULL, *number = NULL, *counted = NULL;

  if (!claim->has_number)
    {
      const char *text = atlas_text_get (claim->text, context->lang);
      AtlasEdtf date;

      if (text != NULL && g_str_equal (claim->of, "date") && atlas_edtf_parse (text, &date, NULL))
        return atlas_date_format_edtf (text, context->lang);

      return g_strdup (text != NULL ? text : claim->as_written != NULL ? claim->as_written : "");
    }
  low = format_number (claim->low, context->lang);
  high = format_number (claim->high, context->lang);
  number = claim->high > claim->low ? g_strdup_printf ("%s–%s", low, high) : g_strdup (low);
  counted = add_unit (number, claim->unit, claim->high);
  return g_strdup_printf ("%s%s", claim->approximate ? _ ("about ") : "", counted);
}

static GtkWidget *
create_cell (AtlasPageContext *context, const AtlasClaim *claim)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *value = atlas_page_format_claim (context, claim);
  g_autofree char *number = atlas_page_cite (context, &claim->citation);
  GtkWidget *note = atlas_page_text (context, claim->note, "kind-line");
  const char *side = claim->side != NULL ? atlas_page_name (context, claim->side) : NULL;
  g_autofree char *escaped =
    g_markup_escape_text (side != NULL ? side : atlas_page_name (context, claim->citation.source),
                          -1);
  g_autofree char *origin = g_strdup_printf ("%s %s", escaped, number);

  gtk_widget_add_css_class (cell, "claim");
  gtk_box_append (GTK_BOX (cell), atlas_page_label (value, "block-heading"));
  gtk_box_append (GTK_BOX (cell), atlas_page_markup (origin, "kind-line"));
  if (claim->as_written != NULL && claim->has_number)
    gtk_box_append (GTK_BOX (cell), atlas_page_label (claim->as_written, "kind-line"));
  if (note != NULL)
    gtk_box_append (GTK_BOX (cell), note);
  return cell;
}

/* What a source says that is switched off is not said here. */
static gboolean
is_shown (const AtlasPageContext *context, const AtlasClaim *claim)
{
  return atlas_filter_shows_source (context->filter, claim->citation.source);
}

static guint
count_shown (const AtlasPageContext *context, const AtlasClaim *claims, guint n)
{
  guint shown = 0;

  for (guint i = 0; i < n; i++)
    shown += is_shown (context, &claims[i]);
  return shown;
}

/* Nor what rests on such sources alone. */
static gboolean
is_doubt_shown (const AtlasPageContext *context, const AtlasDoubt *doubt)
{
  for (guint i = 0; i < doubt->n_citations; i++)
    if (atlas_filter_shows_source (context->filter, doubt->citations[i].source))
      return TRUE;
  return doubt->n_citations == 0;
}

/* Same subject and side from more than one place in the sources, with different values: they are
 * said to differ. */
static gboolean
differ (const AtlasPageContext *context, const AtlasClaim *claims, guint n, guint first)
{
  for (guint i = 0; i < n; i++)
    if (i != first && is_shown (context, &claims[i]) &&
        g_str_equal (claims[i].of, claims[first].of) &&
        g_strcmp0 (claims[i].side, claims[first].side) == 0 && claims[i].has_number &&
        claims[first].has_number &&
        (claims[i].low < claims[first].low || claims[i].low > claims[first].low ||
         claims[i].high < claims[first].high || claims[i].high > claims[first].high))
      return TRUE;
  return FALSE;
}

static GtkWidget *
create_doubt (AtlasPageContext *context, const AtlasDoubt *doubt)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *text = atlas_page_linked_text (context, doubt->text, NULL);

  g_string_append_printf (markup, "<b>%s</b>  %s", _ ("How we read it"), text != NULL ? text : "");
  for (guint i = 0; i < doubt->n_citations; i++)
    {
      g_autofree char *number = atlas_page_cite (context, &doubt->citations[i]);

      g_string_append_printf (markup, "\u2009%s", number);
    }
  return atlas_page_markup (markup->str, "doubt");
}

/* How claims of one subject are read stands at the foot of their card. */
static void
append_readings (AtlasPageContext *context, AtlasRecord *record, const char *of, GtkWidget *card)
{
  guint n;
  const AtlasDoubt *doubts = atlas_record_get_doubts (record, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (doubts[i].about, of) && is_doubt_shown (context, &doubts[i]))
      gtk_box_append (GTK_BOX (card), create_doubt (context, &doubts[i]));
}

static GtkWidget *
create_card (AtlasPageContext *context, AtlasRecord *record, guint first)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *heading;
  gboolean contradict = FALSE;
  int column = 0;
  guint n;
  const AtlasClaim *claims = atlas_record_get_claims (record, &n);

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_widget_add_css_class (grid, "claim-grid");
  for (guint i = first; i < n; i++)
    if (g_str_equal (claims[i].of, claims[first].of) && is_shown (context, &claims[i]))
      {
        GtkWidget *cell = create_cell (context, &claims[i]);

        if (column % 2 == 1)
          gtk_widget_add_css_class (cell, "second");
        if (column > 1)
          gtk_widget_add_css_class (cell, "below");
        gtk_grid_attach (GTK_GRID (grid), cell, column % 2, column / 2, 1, 1);
        contradict |= differ (context, claims, n, i);
        column++;
      }
  gtk_widget_add_css_class (card, "card");
  heading = atlas_page_heading (get_subject (claims[first].of),
                                contradict ? _ ("≠ accounts differ") : NULL);
  gtk_widget_add_css_class (heading, "claim-heading");
  gtk_box_append (GTK_BOX (card), heading);
  gtk_box_append (GTK_BOX (card), grid);
  append_readings (context, record, claims[first].of, card);
  return card;
}

/* Whether a claim has a card in which the doubt stands. */
static gboolean
is_beside_claim (const AtlasPageContext *context, AtlasRecord *record, const AtlasDoubt *doubt)
{
  guint n;
  const AtlasClaim *claims = atlas_record_get_claims (record, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (claims[i].of, doubt->about) && is_shown (context, &claims[i]))
      return TRUE;
  return FALSE;
}

GtkWidget *
atlas_page_claims (AtlasPageContext *context, AtlasRecord *record)
{
  guint n_claims, n_doubts;
  const AtlasClaim *claims = atlas_record_get_claims (record, &n_claims);
  const AtlasDoubt *doubts = atlas_record_get_doubts (record, &n_doubts);
  guint shown = count_shown (context, claims, n_claims), n_read = 0;
  g_autofree char *remark = NULL;
  GtkWidget *box;

  for (guint i = 0; i < n_doubts; i++)
    n_read += is_doubt_shown (context, &doubts[i]);
  if (shown == 0 && n_read == 0)
    return NULL;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  if (shown > 0)
    remark = g_strdup_printf (ngettext ("%u claim", "%u claims", shown), shown);
  gtk_box_append (GTK_BOX (box), atlas_page_heading (_ ("What the accounts say"), remark));
  for (guint i = 0; i < n_claims; i++)
    {
      gboolean done = !is_shown (context, &claims[i]);

      for (guint j = 0; j < i && !done; j++)
        done = is_shown (context, &claims[j]) && g_str_equal (claims[i].of, claims[j].of);
      if (!done)
        gtk_box_append (GTK_BOX (box), create_card (context, record, i));
    }
  for (guint i = 0; i < n_doubts; i++)
    if (is_doubt_shown (context, &doubts[i]) && !is_beside_claim (context, record, &doubts[i]))
      gtk_box_append (GTK_BOX (box), create_doubt (context, &doubts[i]));
  return box;
}
