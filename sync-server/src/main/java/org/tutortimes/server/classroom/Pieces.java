package org.tutortimes.server.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tutortimes.model.classes.Highlight;
import org.tutortimes.server.classroom.AttemptPage.Piece;

/// Cuts a text where highlights begin and end, so that they may overlap.
final class Pieces {

    private Pieces() {}

    /// The text in pieces; where several highlights lie over each other, the latest shows.
    static List<Piece> of(String text, List<Highlight> highlights) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        for (Highlight highlight : highlights) {
            cuts.add(Math.min(highlight.positionStart(), text.length()));
            cuts.add(Math.min(highlight.positionEnd(), text.length()));
        }
        List<Piece> pieces = new ArrayList<>();
        int from = cuts.removeFirst();
        for (int to : cuts) {
            pieces.add(new Piece(text.substring(from, to), color(highlights, from)));
            from = to;
        }
        return pieces;
    }

    private static String color(List<Highlight> highlights, int position) {
        for (Highlight highlight : highlights.reversed()) {
            if (highlight.positionStart() <= position && position < highlight.positionEnd()) {
                return highlight.colorCode();
            }
        }
        return "";
    }
}
