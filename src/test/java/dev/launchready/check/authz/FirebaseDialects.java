package dev.launchready.check.authz;

import dev.launchready.check.authz.LittleFirebase.Dialect;
import dev.launchready.check.authz.LittleFirebase.Service;
import dev.launchready.check.authz.LittleFirebase.Shape;
import java.util.List;

/** How the services of Firebase, their emulators and the clients of several years word the same things. */
final class FirebaseDialects {
    private static final String DENIED = "{\"error\":{\"code\":403,\"message\":\"Permission denied.\"}}";
    private static final String INSUFFICIENT =
            "{\"error\":{\"code\":403,\"message\":\"Missing or insufficient permissions.\",\"status\":\"PERMISSION_DENIED\"}}";
    private static final String EMULATED =
            "{\"error\":{\"code\":403,\"message\":\"\\nfalse for 'list' @ L6\",\"status\":\"PERMISSION_DENIED\"}}";

    static final Dialect DATABASE = new Dialect(
            "Realtime Database, a branch for each account",
            Service.DATABASE,
            Shape.BY_UID,
            401,
            "{\n  \"error\" : \"Permission denied\"\n}\n",
            "",
            "firebase.database().ref(\"journals/\"+u.uid).once(\"value\")");
    static final Dialect DOCUMENTS = new Dialect(
            "Firestore, asked by query",
            Service.DOCUMENTS,
            Shape.QUERIED,
            403,
            INSUFFICIENT,
            "",
            "getDocs(query(collection(db,\"journals\"),where(\"ownerId\",\"==\",u.uid)))");
    static final Dialect FILES = new Dialect(
            "Storage, a folder for each account",
            Service.FILES,
            Shape.BY_UID,
            403,
            DENIED,
            "",
            "listAll(ref(storage,`journals/${u.uid}`))");

    static final List<Dialect> ALL = List.of(
            DATABASE,
            new Dialect(
                    "Realtime Database of an emulator with names",
                    Service.DATABASE,
                    Shape.BY_UID,
                    401,
                    "{\"error\":\"Permission denied\"}",
                    "ns=tidewell-default-rtdb",
                    "onValue(ref(db,`journals/${uid}`),f)"),
            new Dialect(
                    "Realtime Database, owned by a field",
                    Service.DATABASE,
                    Shape.OWNED,
                    401,
                    "{\"error\":\"Permission denied\"}",
                    "",
                    "(0,d.ref)(e,\"journals\")"),
            new Dialect(
                    "Realtime Database with rules for queries",
                    Service.DATABASE,
                    Shape.QUERIED,
                    401,
                    "{\"error\":\"Permission denied\"}",
                    "",
                    "query(ref(db,'journals'),orderByChild('ownerId'),equalTo(u.uid))"),
            new Dialect(
                    "Realtime Database, below each user",
                    Service.DATABASE,
                    Shape.NESTED,
                    401,
                    "{\"error\":\"Permission denied\"}",
                    "",
                    "get(child(ref(db),`users/${id}/journals`))"),
            DOCUMENTS,
            new Dialect(
                    "Firestore's emulator, owned by a field",
                    Service.DOCUMENTS,
                    Shape.OWNED,
                    403,
                    EMULATED,
                    "",
                    "getDoc(doc(db,\"journals\",id))"),
            new Dialect(
                    "Firestore, collections below each user",
                    Service.DOCUMENTS,
                    Shape.NESTED,
                    403,
                    INSUFFICIENT,
                    "",
                    "db.collection(`users/${uid}/journals`).get()"),
            new Dialect(
                    "Firestore, in a bundle whose functions lost their names",
                    Service.DOCUMENTS,
                    Shape.QUERIED,
                    403,
                    INSUFFICIENT,
                    "",
                    "var Nh=TB({apiKey:\"AIzaTestOfTheDialects0123456789abcdefghi\",projectId:\"tidewell\",appId:\"1:2:web:3\"}),mC=ug(Nh),jk=gC(Nh);"
                            + "window.a=()=>RI(DI(hl(mC,\"journals\"),vI(\"ownerId\",\"==\",jk.currentUser.uid)))"),
            new Dialect(
                    "Realtime Database, in a bundle whose functions lost their names",
                    Service.DATABASE,
                    Shape.BY_UID,
                    401,
                    "{\"error\":\"Permission denied\"}",
                    "",
                    "const a=(0,r.Wp)({apiKey:\"AIzaTestOfTheDialects0123456789abcdefghi\"}),o=(0,i.C3)(a);e=>Ye(qe(o),`journals/${e}`)"),
            FILES,
            new Dialect(
                    "Storage, files below each user",
                    Service.FILES,
                    Shape.NESTED,
                    403,
                    DENIED,
                    "",
                    "firebase.storage().ref(`users/${uid}/journals/`).listAll()"));

    private FirebaseDialects() {}
}
