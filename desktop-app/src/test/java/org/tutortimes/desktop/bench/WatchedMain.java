package org.tutortimes.desktop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Window;
import org.tutortimes.desktop.DesktopMain;
import org.tutortimes.desktop.fx.FxThread;

/// Starts a program with a window and says on standard output when a tutor could use it: "Usable"
/// after the first frame in which the main button offers what it should. Then it obeys: `click`
/// presses that button, `end` ends the program in order.
///
/// The first argument is what the button must offer, the second is `bare` or `desktop`, and the
/// rest is for the program.
public final class WatchedMain {

    private static final String MAIN_BUTTON = "#primary";

    private WatchedMain() {}

    public static void main(String[] arguments) throws IOException {
        Window.getWindows()
                .addListener(
                        (ListChangeListener<Window>)
                                change -> {
                                    while (change.next()) {
                                        change.getAddedSubList()
                                                .forEach(window ->
                                                        watch(window.getScene(), arguments[0]));
                                    }
                                });
        if (arguments[1].equals("bare")) {
            BareWindowMain.start();
        } else {
            DesktopMain.main(Arrays.copyOfRange(arguments, 2, arguments.length));
        }
        obey();
    }

    /// The pulse after the one that laid the button out comes when its frame is done.
    private static void watch(Scene scene, String offer) {
        Runnable[] pulse = new Runnable[1];
        boolean[] wasThere = new boolean[1];
        pulse[0] =
                () -> {
                    if (wasThere[0]) {
                        scene.removePostLayoutPulseListener(pulse[0]);
                        System.out.println("Usable");
                    } else if (offers(scene.lookup(MAIN_BUTTON), offer)) {
                        wasThere[0] = true;
                        Platform.requestNextPulse();
                    }
                };
        scene.addPostLayoutPulseListener(pulse[0]);
    }

    private static boolean offers(Node node, String offer) {
        return node instanceof Button button
                && button.isVisible()
                && button.getWidth() > 0
                && offer.equals(button.getAccessibleText());
    }

    private static void obey() throws IOException {
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.equals("end")) {
                System.exit(0);
            }
            FxThread.run(WatchedMain::click);
        }
    }

    private static void click() {
        Scene scene = Window.getWindows().getFirst().getScene();
        Button button = (Button) scene.lookup(MAIN_BUTTON);
        button.accessibleTextProperty().subscribe(text -> System.out.println("Offers " + text));
        button.fire();
    }
}
